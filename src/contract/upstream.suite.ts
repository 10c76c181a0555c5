import { describe, expect, test } from 'vitest'
import { readDetail, type WireGeneration, wireGeneration } from './wire-answer.ts'

export type UpstreamUnderTest = {
  /** Global `fetch`, or an engine's own. */
  fetch(request: Request): Promise<Response>
  /** Ends in `/v1`. */
  baseUrl: string
  key: string
  /** Without it nothing is asked that an upstream could bill. */
  maySpend: boolean
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

    test.each([
      ['without a prompt', {}, 'Prompt must be between 1 and 6000 characters', 'prompt'],
      [
        'of a type that its model does not make',
        { type: 'video', model: 'uni-1', prompt: 'a lake' },
        "Type 'video' is not supported for model 'uni-1'",
        'model',
      ],
      [
        'of an unknown model',
        { model: 'uni-0', prompt: 'a lake' },
        'Unknown model: uni-0',
        'model',
      ],
      [
        'in a shape that its type does not have',
        { prompt: 'a lake', aspect_ratio: '4:3' },
        "Invalid aspect_ratio '4:3'. Valid: 16:9, 1:1, 1:2, 1:3, 2:1, 2:3, 3:1, 3:2, 9:16",
        'aspect_ratio',
      ],
      [
        'to edit nothing',
        { type: 'image_edit', prompt: 'at night' },
        "source is required for type 'image_edit'",
        'source',
      ],
    ])('a request %s is refused with its reason', async (_, body, detail, path) => {
      const answer = await submit(body)
      expect(answer.status).toBe(400)
      const said: unknown = await answer.json()
      expect(said).toEqual({ detail })
      expect(readDetail(said)?.path).toBe(path)
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
  })
}
