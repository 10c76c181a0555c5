import { describe, expect, test } from 'vitest'
import { failureCodes } from './generation.ts'
import { refusedByModel, refusedByWords, refusedTogether } from './refusal.cases.ts'
import { readDetail, type WireGeneration, wireGeneration } from './wire-answer.ts'

/** What befalls an account or its upstream, and no request can ask for. */
export type Situation =
  | 'key revoked'
  | 'key expired'
  | 'key suspended'
  | 'key deactivated'
  | 'no credits'
  | 'minute used up'
  | 'jobs at the limit'
  | 'down'
  | 'no ingestion'
  | 'rolling refused'
  | { failure_code: string }

export type UpstreamUnderTest = {
  /** Global `fetch`, or an engine's own. */
  fetch(request: Request): Promise<Response>
  /** Ends in `/v1`. */
  baseUrl: string
  key: string
  /** Without it nothing is asked that an upstream could bill. */
  maySpend: boolean
  /** One that is in a situation, where that can be brought about. */
  openIn?(situation: Situation): Promise<UpstreamUnderTest & { close(): Promise<void> }>
  /** Addresses it may fetch: of nothing, and of a page. */
  site?: { missing: string; page: string }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const pollMs = 100

const read = async (answer: Response) => wireGeneration.parse(await answer.json())

/** What any upstream must show that the studio speaks to. `open` is called once per behaviour. */
export function describeUpstream(name: string, open: () => UpstreamUnderTest) {
  const ask = (path: string, init: RequestInit = {}, key: string | null = open().key) => {
    const headers = new Headers(init.headers)
    if (key) headers.set('Authorization', `Bearer ${key}`)
    return open().fetch(new Request(`${open().baseUrl}${path}`, { ...init, headers }))
  }
  const submit = (body: unknown, key?: string | null) => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
    return ask('/generations', { ...init, body: JSON.stringify(body) }, key)
  }

  async function settled(id: string): Promise<WireGeneration> {
    for (;;) {
      const found = await read(await ask(`/generations/${id}`))
      if (found.state === 'completed' || found.state === 'failed') return found
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
  }

  describe(name, () => {
    test('a key is checked without a cost', async () => {
      const answer = await ask('/files?limit=1')
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ data: expect.any(Array) })
    })

    test.each([
      ['the files', '/files?limit=1'],
      ['a generation', '/generations/00000000-0000-4000-8000-000000000000'],
    ])('without a key nothing is told of %s', async (_, path) => {
      const answer = await ask(path, {}, null)
      expect(answer.status).toBe(401)
      expect(await answer.json()).toEqual({ detail: 'Missing or invalid API key' })
    })

    test('without a key nothing is accepted', async () => {
      const answer = await submit({ prompt: 'a lake' }, null)
      expect(answer.status).toBe(401)
    })

    test('every answer has the version of the API and the request id that was sent', async () => {
      const answer = await ask('/files?limit=1', { headers: { 'X-Request-Id': 'dailies-suite-1' } })
      expect(answer.headers.get('X-API-Version')).toBe('2026-04-01')
      expect(answer.headers.get('X-Request-Id')).toBe('dailies-suite-1')
    })

    test('an answer to a request without an id has a new one', async () => {
      const answer = await ask('/generations/no-such-id')
      expect(answer.headers.get('X-Request-Id')).toMatch(uuid)
    })

    test.each(['00000000-0000-4000-8000-000000000000', 'no-such-id'])(
      'a generation that is not there (%s) is not found',
      async (id) => {
        const answer = await ask(`/generations/${id}`)
        expect(answer.status).toBe(404)
        expect(await answer.json()).toEqual({ detail: 'Generation not found' })
      },
    )

    test.each(refusedByWords)('a request $what is refused', async (row) => {
      const answer = await submit(row.body())
      const said: unknown = await answer.json()
      expect([answer.status, said]).toEqual([row.status, { detail: row.detail }])
      if (row.path) expect(readDetail(said)?.path).toBe(row.path)
    })

    test.each(refusedByModel)('$model does not make $type', async ({ model, type }) => {
      const answer = await submit({ type, model, prompt: 'a lake' })
      expect(answer.status).toBe(400)
      const detail = `Type '${type}' is not supported for model '${model}'`
      expect(await answer.json()).toEqual({ detail })
    })

    test.each(refusedTogether)('%s is refused, by the name of a field', async (_, body) => {
      const answer = await submit(body)
      expect(answer.status).toBe(422)
      expect(readDetail(await answer.json())?.path).toMatch(/^video/)
    })

    test('a key of another form is refused', async () => {
      const answer = await ask('/files?limit=1', {}, 'sk-no-key-of-this-api')
      expect([answer.status, await answer.json()]).toEqual([401, { detail: 'Invalid API key' }])
    })

    describe.runIf(open().maySpend)('that may be asked for work', () => {
      test('accepts a picture, is polled to its end and gives the file', async () => {
        const answer = await submit({ prompt: 'a lake at dawn', aspect_ratio: '1:1' })
        expect(answer.status).toBe(201)
        for (const header of ['Limit', 'Remaining', 'Reset']) {
          expect(Number(answer.headers.get(`X-RateLimit-${header}`))).toBeGreaterThanOrEqual(0)
        }
        const accepted = await read(answer)
        expect(accepted).toMatchObject({ type: 'image', model: 'uni-1', state: 'queued' })
        expect(accepted).toMatchObject({ output: [], failure_code: null, failure_reason: null })
        expect(accepted.id).toMatch(uuid)

        const done = await settled(accepted.id)
        expect(done).toMatchObject({ state: 'completed', failure_code: null })
        const [output] = done.output ?? []
        expect(output?.type).toBe('image')
        const file = await open().fetch(new Request(output?.url ?? ''))
        expect(file.status).toBe(200)
        expect(file.headers.get('Content-Type')).toBe('image/png')
        const bytes = new Uint8Array(await file.arrayBuffer())
        expect(bytes.length).toBe(Number(file.headers.get('Content-Length')))
        expect([...bytes.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)))
      })

      test('shows a generation to its own key only', async () => {
        const { id } = await read(await submit({ prompt: 'a lake' }))
        const answer = await ask(`/generations/${id}`, {}, `${open().key}-of-another`)
        expect([answer.status, await answer.json()]).toEqual([
          404,
          { detail: 'Generation not found' },
        ])
      })

      test('takes no picture beyond its limit', async () => {
        const data = Buffer.alloc(51 * 1024 * 1024).toString('base64')
        const image_ref = [{ data, media_type: 'image/png' }]
        const answer = await submit({ prompt: 'x', image_ref })
        const detail = 'image_ref[0]: Image exceeds 50 MB size limit'
        expect([answer.status, await answer.json()]).toEqual([413, { detail }])
      })

      test.runIf(open().site)('says what is not at an address', async () => {
        const { missing, page } = open().site ?? { missing: '', page: '' }
        const lost = await submit({ type: 'image_edit', prompt: 'x', source: { url: missing } })
        const notThere = { detail: 'source: failed to fetch URL (HTTP 404)' }
        expect([lost.status, await lost.json()]).toEqual([422, notThere])
        const text = await submit({ prompt: 'x', image_ref: [{ url: page }] })
        const noImage = { detail: 'image_ref[0]: content-type is not an image' }
        expect([text.status, await text.json()]).toEqual([422, noImage])
      })

      test('gives a link that works at every look', async () => {
        const { id } = await read(await submit({ prompt: 'a lake at dusk' }))
        await settled(id)
        for (const _ of [1, 2]) {
          const [output] = (await settled(id)).output ?? []
          const file = await open().fetch(new Request(output?.url ?? ''))
          expect(file.status).toBe(200)
          await file.body?.cancel()
        }
      })
    })

    describe.runIf(open().openIn)('in a situation', () => {
      async function answerIn(situation: Situation, body: unknown = { prompt: 'a lake' }) {
        const upstream = await open().openIn?.(situation)
        if (!upstream) throw new Error('It cannot be brought into any situation.')
        try {
          const answer = await upstream.fetch(
            new Request(`${upstream.baseUrl}/generations`, {
              method: 'POST',
              headers: { Authorization: `Bearer ${upstream.key}` },
              body: JSON.stringify(body),
            }),
          )
          const said: unknown = await answer.json()
          return { status: answer.status, said, header: (word: string) => answer.headers.get(word) }
        } finally {
          await upstream.close()
        }
      }

      const refusals: [Situation, number, string, unknown?][] = [
        ['key revoked', 401, 'API key has been revoked'],
        ['key expired', 401, 'API key has expired'],
        ['no credits', 402, 'Insufficient credits. Please add credits to continue.'],
        ['key suspended', 403, 'API client is suspended'],
        ['key deactivated', 403, 'API client is deactivated'],
        ['minute used up', 429, 'Rate limit exceeded'],
        ['jobs at the limit', 429, 'Too many concurrent jobs'],
        ['down', 502, 'Upstream service unavailable'],
        [
          'no ingestion',
          503,
          'Image URL ingestion unavailable',
          { prompt: 'x', image_ref: [{ url: 'https://example.com/a.png' }] },
        ],
      ]
      test.each(refusals)('%s: %i %s', async (situation, status, detail, body) => {
        const { said, ...answer } = await answerIn(situation, body)
        expect([answer.status, said]).toEqual([status, { detail }])
      })

      const rates = ['Limit', 'Remaining', 'Reset'].map((word) => `X-RateLimit-${word}`)
      test('a used up minute tells when the next place is free', async () => {
        const { header } = await answerIn('minute used up')
        expect(Number(header('Retry-After'))).toBeGreaterThanOrEqual(1)
        for (const rate of rates) expect(Number(header(rate) ?? 'none')).toBeGreaterThanOrEqual(0)
      })

      test('too many jobs at once are to be tried in a minute', async () => {
        const { header } = await answerIn('jobs at the limit')
        expect(header('Retry-After')).toBe('60')
        for (const rate of rates) expect(header(rate)).toBeNull()
      })

      test.each([
        { aspect_ratio: '9:16', type: 'video', video: { resolution: '1080p' } },
        { type: 'video', video: { hdr: true } },
      ])('what is still rolling out is coming soon', async (fields) => {
        const { status, said } = await answerIn('rolling refused', { prompt: 'x', ...fields })
        expect(status).toBe(422)
        expect(said).toEqual({ detail: expect.stringContaining('coming soon') })
      })

      test.each(failureCodes)('a job fails as %s', async (failure_code) => {
        const upstream = await open().openIn?.({ failure_code })
        if (!upstream) throw new Error('It cannot be brought into any situation.')
        const headers = { Authorization: `Bearer ${upstream.key}` }
        const post = { method: 'POST', headers, body: JSON.stringify({ prompt: 'a lake' }) }
        const url = `${upstream.baseUrl}/generations`
        const { id } = await read(await upstream.fetch(new Request(url, post)))
        const look = () => upstream.fetch(new Request(`${url}/${id}`, { headers }))
        await expect.poll(async () => (await read(await look())).state).toBe('failed')
        const found = await read(await look())
        expect(found).toMatchObject({ failure_code, output: [] })
        expect(found.failure_reason).toMatch(/\w/)
        await upstream.close()
      })
    })
  })
}
