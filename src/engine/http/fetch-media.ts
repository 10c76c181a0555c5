import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type Dispatcher, request } from 'undici'
import { uploadLimits } from '#contract/upload.ts'
import {
  type AllowAddress,
  DialFault,
  openGuardedDial,
  publicOnly,
  type Resolve,
  systemResolve,
} from './guarded-dial.ts'
import { limitWords } from './limit-words.ts'
import { Refusal } from './refusal.ts'

type Medium = 'image' | 'video'
type Order = { url: string; holds: Medium; path: string; signal: AbortSignal }
export type Fetched = { path: string; sha256: string; bytes: number }

/** @throws Refusal whose sentence goes on after the path of the field. */
export type FetchMedia = (order: Order) => Promise<Fetched>

type Settings = { allow?: AllowAddress; resolve?: Resolve; patienceMs?: Record<Medium, number> }

const redirectLimit = 3
const silenceMs = 15_000
const secondMs = 1000
const vague = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

const failed = (why: string) => new Refusal(422, `failed to fetch URL (${why})`)

function checkHead({ statusCode, headers }: Dispatcher.ResponseData, holds: Medium) {
  if (statusCode !== 200) throw failed(`HTTP ${statusCode}`)
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]!
    .trim()
    .toLowerCase()
  if (!vague.has(type) && !type.startsWith(`${holds}/`)) {
    throw new Refusal(422, `content-type is not ${holds === 'image' ? 'an image' : 'a video'}`)
  }
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw failed('its content is encoded')
  if (Number(headers['content-length']) > uploadLimits[holds]) {
    throw new Refusal(413, limitWords[holds])
  }
}

async function save(body: AsyncIterable<Uint8Array>, { path, holds }: Order): Promise<Fetched> {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > uploadLimits[holds]) throw new Refusal(413, limitWords[holds])
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    return { path, sha256: hash.digest('hex'), bytes }
  } finally {
    await file.close()
  }
}

/**
 * Fetches what a reference points to, from public addresses only, over 80 and 443, without
 * credentials, proxies or cookies; up to three redirects, each judged like the first.
 */
export function createFetchMedia({
  allow = publicOnly,
  resolve = systemResolve,
  patienceMs = { image: 30 * secondMs, video: 120 * secondMs },
}: Settings = {}): FetchMedia {
  /** The next address, or `null` when the file is there. */
  async function hop(url: URL, order: Order, signal: AbortSignal): Promise<URL | Fetched> {
    const dispatcher = await openGuardedDial(url, allow, resolve)
    try {
      const answer = await request(url, {
        dispatcher,
        signal,
        headersTimeout: silenceMs,
        bodyTimeout: silenceMs,
        headers: { accept: `${order.holds}/*`, 'accept-encoding': 'identity' },
      })
      const { location } = answer.headers
      if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string') {
        if (!URL.canParse(location, url)) throw failed('its redirect leads nowhere')
        return new URL(location, url)
      }
      checkHead(answer, order.holds)
      return await save(answer.body, order)
    } finally {
      await dispatcher.destroy()
    }
  }

  return async (order) => {
    const deadline = AbortSignal.timeout(patienceMs[order.holds])
    const signal = AbortSignal.any([order.signal, deadline])
    let url = new URL(order.url)
    try {
      for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
        signal.throwIfAborted()
        const reached = await hop(url, order, signal)
        if (!(reached instanceof URL)) return reached
        url = reached
      }
      throw failed('too many redirects')
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (error instanceof DialFault) throw failed(error.message)
      const isLate = deadline.aborted || /TIMEOUT/.test(String((error as { code?: string }).code))
      throw failed(isLate ? 'timed out' : 'the connection failed')
    }
  }
}
