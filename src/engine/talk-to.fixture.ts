import { type WireGeneration, wireGeneration } from '#contract/wire-answer.ts'
import type { Engine } from './create-engine.ts'

const pollMs = 10

/** A client of an engine for tests: accepts only what is accepted, and waits for the end. */
export function talkTo(engine: Engine, key = 'luma-api-test') {
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${key}`)
    return engine.fetch(new Request(`http://engine.test${path}`, { ...init, headers }))
  }
  const post = (body: unknown) =>
    ask('/v1/generations', { method: 'POST', body: JSON.stringify(body) })
  const look = async (id: string) =>
    wireGeneration.parse(await (await ask(`/v1/generations/${id}`)).json())

  return {
    ask,
    post,
    look,
    async submit(body: unknown): Promise<WireGeneration> {
      const answer = await post(body)
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
      return wireGeneration.parse(await answer.json())
    },
    async settle(id: string, onLook?: (seen: WireGeneration) => void): Promise<WireGeneration> {
      for (;;) {
        const found = await look(id)
        onLook?.(found)
        if (found.state === 'completed' || found.state === 'failed') return found
        await new Promise((resolve) => setTimeout(resolve, pollMs))
      }
    },
    async download(found: WireGeneration): Promise<Uint8Array> {
      const url = found.output?.[0]?.url
      if (!url) throw new Error(`${found.state}: ${found.failure_reason}`)
      return new Uint8Array(await (await engine.fetch(new Request(url))).arrayBuffer())
    },
  }
}
