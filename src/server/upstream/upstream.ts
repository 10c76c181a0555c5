import type { World } from '#contract/generation.ts'
import { readDetail, type WireGeneration, wireGeneration } from '#contract/wire-answer.ts'
import { type RateLimit, readRateLimit } from './rate-limit.ts'
import { retryAfterMs } from './retry-after.ts'
import type { Transport, UpstreamAnswer } from './transport.ts'
import type { UpstreamBody } from './upstream-body.ts'

/** What the upstream says of a job. */
export type UpstreamGeneration = WireGeneration
export type UpstreamOutput = NonNullable<WireGeneration['output']>[number]

/** `lost`: it was sent and nobody can say whether it arrived; it may be billed. */
export type Submitted =
  | { outcome: 'accepted'; generation: WireGeneration; rate?: RateLimit }
  | {
      outcome: 'refused'
      status: number
      detail: string
      path?: string
      retryAfterMs?: number
      rate?: RateLimit
    }
  | { outcome: 'unreachable'; why: string }
  | { outcome: 'lost'; why: string }

type Looked =
  | { outcome: 'seen'; generation: WireGeneration }
  | { outcome: 'gone' }
  | { outcome: 'not_now'; why: string; retryAfterMs?: number }

/** `length` in bytes, `null` when the answer does not tell it. */
type Download =
  | { outcome: 'open'; body: AsyncIterable<Uint8Array>; length: number | null; media_type: string }
  | { outcome: 'dead'; why: string }

/** Called when the whole body has left, before the answer is waited for. */
type OnSent = () => void | Promise<void>

export type Upstream = {
  world: World
  submit(body: UpstreamBody, options?: { id?: string; onSent?: OnSent }): Promise<Submitted>
  look(upstreamId: string): Promise<Looked>
  /** @throws when the network breaks while the body is read. */
  download(url: string, signal?: AbortSignal): Promise<Download>
  /** Only where jobs can be cancelled. Resolves to whether it ended by this. */
  cancel?(upstreamId: string): Promise<boolean>
  /** Only where results can be taken away for good. */
  forget?(upstreamId: string): void
  close(): Promise<void>
}

type Parts = {
  world: World
  transport: Transport
  baseUrl: string
  key: string
  cancel?: Upstream['cancel']
  forget?: Upstream['forget']
  /** Milliseconds since 1970. */
  now?: () => number
}

const answerLimit = 1024 * 1024
const deadlineMs = { submit: 120_000, look: 30_000, download: 20 * 60_000 }
const uploadBytesPerMs = 128
const soundId = /^[\w-][\w.-]{0,199}$/

async function readText(answer: UpstreamAnswer): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body) {
    bytes += chunk.length
    if (bytes > answerLimit) throw new Error('The answer is larger than 1 MB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const drop = async (answer: UpstreamAnswer) => {
  await answer.body[Symbol.asyncIterator]().return?.()
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readGeneration(json: unknown): WireGeneration | null {
  const parsed = wireGeneration.safeParse(json)
  return parsed.success && soundId.test(parsed.data.id) ? parsed.data : null
}

/** The only place that knows the upstream's address and key. */
export function createUpstream(parts: Parts): Upstream {
  const { world, transport, baseUrl, key, cancel, forget, now = Date.now } = parts
  const base = new URL(`${baseUrl.replace(/\/+$/, '')}/`)
  const authorized = { authorization: `Bearer ${key}`, accept: 'application/json' }
  const withoutKey = (text: string) => text.replaceAll(key, '[key]')
  const whyOf = (error: unknown) => {
    const { code, message, cause } = error as { code?: string; message?: string; cause?: Error }
    return withoutKey([code, message, cause?.message].filter(Boolean).join(': ').slice(0, 300))
  }

  /** Without the key, should the upstream repeat it. */
  const read = async (answer: UpstreamAnswer) => withoutKey(await readText(answer))

  const rateOf = (answer: UpstreamAnswer) => {
    const rate = readRateLimit(answer.header, now())
    return rate && { rate }
  }

  async function refusal(answer: UpstreamAnswer): Promise<Submitted> {
    const { status } = answer
    const body = readJson(await read(answer).catch(() => ''))
    const said = readDetail(body)
    const retry = retryAfterMs(answer.header('retry-after'))
    return {
      outcome: 'refused',
      status,
      detail: said?.detail ?? `The upstream refused this (HTTP ${status}).`,
      ...(said?.path && { path: said.path }),
      ...(retry !== undefined && { retryAfterMs: retry }),
      ...rateOf(answer),
    }
  }

  return {
    world,
    ...(cancel && { cancel }),
    ...(forget && { forget }),

    async submit(body, { id, onSent } = {}) {
      let hasStarted = false
      const watched = async function* () {
        hasStarted = true
        yield* body.chunks()
        await onSent?.()
      }
      try {
        const answer = await transport.send({
          method: 'POST',
          url: new URL('generations', base),
          headers: {
            ...authorized,
            'content-type': 'application/json',
            'content-length': String(body.length),
            ...(id && { 'x-request-id': id }),
          },
          body: watched(),
          signal: AbortSignal.timeout(
            deadlineMs.submit + Math.ceil(body.length / uploadBytesPerMs),
          ),
        })
        const { status } = answer
        if (status >= 300 && status < 500) return await refusal(answer)
        const text = await read(answer)
        if (
          status === 503 &&
          readDetail(readJson(text))?.detail.includes('ingestion unavailable')
        ) {
          return { outcome: 'refused', status, detail: readDetail(readJson(text))?.detail ?? '' }
        }
        const generation = status < 300 ? readGeneration(readJson(text)) : null
        if (generation) return { outcome: 'accepted', generation, ...rateOf(answer) }
        return { outcome: 'lost', why: `HTTP ${status} without a readable generation` }
      } catch (error) {
        const why = whyOf(error)
        return hasStarted ? { outcome: 'lost', why } : { outcome: 'unreachable', why }
      }
    },

    async look(upstreamId) {
      try {
        const answer = await transport.send({
          method: 'GET',
          url: new URL(`generations/${encodeURIComponent(upstreamId)}`, base),
          headers: authorized,
          signal: AbortSignal.timeout(deadlineMs.look),
        })
        const text = await read(answer)
        if (answer.status === 404) return { outcome: 'gone' }
        const generation = answer.status === 200 ? readGeneration(readJson(text)) : null
        if (generation) return { outcome: 'seen', generation }
        const retry = retryAfterMs(answer.header('retry-after'))
        const why = readDetail(readJson(text))?.detail ?? 'no readable generation'
        return {
          outcome: 'not_now',
          why: `HTTP ${answer.status}: ${why}`,
          ...(retry !== undefined && { retryAfterMs: retry }),
        }
      } catch (error) {
        return { outcome: 'not_now', why: whyOf(error) }
      }
    },

    async download(address, signal) {
      const url = URL.canParse(address, base) ? new URL(address, base) : null
      if (!url || (url.protocol !== 'https:' && url.origin !== base.origin)) {
        return { outcome: 'dead', why: 'The address of the output is not one to be fetched.' }
      }
      const deadline = AbortSignal.timeout(deadlineMs.download)
      const answer = await transport.send({
        method: 'GET',
        url,
        headers: {},
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      })
      if (answer.status !== 200) {
        await drop(answer)
        return { outcome: 'dead', why: `The output answered HTTP ${answer.status}.` }
      }
      const length = Number(answer.header('content-length') ?? Number.NaN)
      return {
        outcome: 'open',
        body: answer.body,
        length: Number.isSafeInteger(length) ? length : null,
        media_type: answer.header('content-type')?.split(';')[0]?.trim() ?? '',
      }
    },

    close: () => transport.close(),
  }
}
