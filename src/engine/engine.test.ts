import { afterAll, describe, expect, test } from 'vitest'
import { describeUpstream, type Situation } from '#contract/upstream.suite.ts'
import { createEngine, type EngineOptions } from './create-engine.ts'
import { openSite } from './site.fixture.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { serveEngine } from './serve-engine.ts'
import { talkTo } from './talk-to.fixture.ts'

const key = 'luma-api-test'
const site = await openSite()
const open = (options: EngineOptions = {}) =>
  createEngine({ renderer: createQuickRenderer(), allowAddress: site.allows, ...options })

const engine = open()
const served = await serveEngine(engine, 0)
afterAll(async () => {
  await served.close()
  await engine.close()
  await site.close()
})

const rolling = ['tall_1080p', 'reframe_1080p', 'hdr_access']
const bringing: Record<Extract<Situation, string>, EngineOptions> = {
  'key revoked': { keys: { [key]: 'revoked' } },
  'key expired': { keys: { [key]: 'expired' } },
  'key suspended': { keys: { [key]: 'suspended' } },
  'key deactivated': { keys: { [key]: 'deactivated' } },
  'no credits': { keys: { [key]: 'no_credits' } },
  'minute used up': { limits: { perMinute: 1 } },
  'jobs at the limit': { limits: { activeJobs: 1 }, faults: { job: { 1: 'hang' } } },
  down: { faults: { submit: () => ({ status: 502 }) } },
  'no ingestion': { faults: { fetch: () => 'unavailable' } },
  'rolling refused': { comingSoon: rolling },
}

async function openIn(situation: Situation) {
  const options =
    typeof situation === 'string' ? bringing[situation] : { faults: { job: () => situation } }
  const one = open(options)
  if (situation === 'minute used up' || situation === 'jobs at the limit') {
    await talkTo(one, key).post({ prompt: 'a lake' })
  }
  const base = { fetch: one.fetch, baseUrl: 'http://engine.test/v1', key, maySpend: true }
  return { ...base, close: one.close }
}

describeUpstream('the local engine, called', () => ({
  fetch: engine.fetch,
  baseUrl: 'http://engine.test/v1',
  key,
  maySpend: true,
  openIn,
  site,
}))

describeUpstream('the local engine, over HTTP', () => ({
  fetch,
  baseUrl: served.url,
  key,
  maySpend: true,
  site,
}))

const luma = process.env.LUMA_AGENTS_API_KEY
if (luma) {
  describeUpstream('Luma, as far as it is free', () => ({
    fetch,
    baseUrl: process.env.LUMA_AGENTS_BASE_URL ?? 'https://agents.lumalabs.ai/v1',
    key: luma,
    maySpend: false,
  }))
}

describe('the local engine', () => {
  const { submit, settle, ask } = talkTo(engine)

  test.each(['secret', 'luma-api-', 'sk-luma-api-x'])('takes no key like %s', async (wrong) => {
    const answer = await ask('/v1/files', { headers: { Authorization: `Bearer ${wrong}` } })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ detail: 'Invalid API key' })
  })

  test('shows a generation to nobody but the key that made it', async () => {
    const { id } = await submit({ prompt: 'mine' })
    const headers = { Authorization: 'Bearer luma-api-other' }
    const answer = await ask(`/v1/generations/${id}`, { headers })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ detail: 'Generation not found' })
  })

  test('keeps the key itself nowhere', async () => {
    const { id } = await submit({ prompt: 'a secret' })
    expect(JSON.stringify(engine.jobOf(id))).not.toContain(key)
  })

  test('draws another seed for the same prompt, and keeps it', async () => {
    const [one, two] = [await submit({ prompt: 'twins' }), await submit({ prompt: 'twins' })]
    const seeds = [engine.jobOf(one.id)?.seed, engine.jobOf(two.id)?.seed]
    expect(seeds[0]).not.toBe(seeds[1])
    const noted = engine.ledger().filter(({ generation_id }) => generation_id === one.id)
    expect(noted[0]?.seed).toBe(seeds[0])
  })

  test('says that no body but JSON is taken', async () => {
    const answer = await ask('/v1/generations', { method: 'POST', body: '{"prompt":' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ detail: 'Request body is not valid JSON' })
  })

  test('answers an unknown address with a detail as well', async () => {
    const answer = await ask('/v1/usage')
    expect([answer.status, await answer.json()]).toEqual([404, { detail: 'Not Found' }])
  })

  test('notes each request in its ledger, without the bytes of media', async () => {
    const source = { data: 'AAAA', media_type: 'image/png' }
    await ask('/v1/generations', {
      method: 'POST',
      body: JSON.stringify({ type: 'image_edit', prompt: 'night', source }),
      headers: { 'X-Request-Id': 'seen' },
    })
    const entry = engine.ledger().find(({ x_request_id }) => x_request_id === 'seen')
    expect(entry).toMatchObject({ method: 'POST', path: '/v1/generations', status: 422 })
    expect(entry?.body).toMatchObject({ source: { data: 3, media_type: 'image/png' } })
  })

  test('counts the frames of a clip up to the last, and says what it understood', async () => {
    const slow = createEngine({ renderer: createQuickRenderer({ delayMs: 25, framesPerTick: 20 }) })
    const talk = talkTo(slow)
    const { id } = await talk.submit({ type: 'video', prompt: 'x', video: { resolution: '360p' } })
    const seen: number[] = []
    const done = await talk.settle(id, ({ local }) => seen.push(local?.frames_done ?? 0))
    expect(done.local).toMatchObject({ frames_done: 120, frames: 120 })
    expect(done.local?.understood?.facts).not.toHaveLength(0)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.some((count) => count > 0 && count < 120)).toBe(true)
    await slow.close()
  })

  test('renders in the order of submission, one at a time', async () => {
    const slow = createEngine({ renderer: createQuickRenderer({ delayMs: 40 }) })
    const talk = talkTo(slow)
    const ids: string[] = []
    for (const prompt of ['first', 'second', 'third']) ids.push((await talk.submit({ prompt })).id)
    const states = () => ids.map((id) => slow.jobOf(id)?.state)
    expect(states()).toEqual(['processing', 'queued', 'queued'])
    await talk.settle(ids[1] ?? '')
    expect(states()[0]).toBe('completed')
    expect(states()[2]).not.toBe('completed')
    await slow.close()
  })

  test('puts links under the origin that it is told', async () => {
    const origin = 'https://dailies.example'
    const named = createEngine({ renderer: createQuickRenderer(), origin })
    const talk = talkTo(named)
    const done = await talk.settle((await talk.submit({ prompt: 'x' })).id)
    expect(done.output?.[0]?.url).toMatch(/^https:\/\/dailies\.example\/outputs\/.*\/image\.png\?/)
    await named.close()
  })

  test('sends a part of a file when a range is asked for', async () => {
    const url = (await settle((await submit({ prompt: 'x' })).id)).output?.[0]?.url ?? ''
    const whole = new Uint8Array(await (await engine.fetch(new Request(url))).arrayBuffer())
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=10-', 10, whole.length],
      ['bytes=-5', whole.length - 5, whole.length],
    ] as const) {
      const part = await engine.fetch(new Request(url, { headers: { Range: range } }))
      expect(part.status).toBe(206)
      expect(part.headers.get('Content-Range')).toBe(`bytes ${from}-${to - 1}/${whole.length}`)
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(from, to))
    }
    const far = await engine.fetch(new Request(url, { headers: { Range: 'bytes=99999999-' } }))
    expect(far.status).toBe(416)
  })
})
