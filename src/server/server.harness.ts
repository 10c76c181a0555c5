import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generation, State, World } from '#contract/generation.ts'
import type { Upload } from '#contract/upload.ts'
import { createEngine, type EngineOptions } from '#engine/create-engine.ts'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { type AssembledServer, assembleServer, type ServerOptions } from './assemble-server.ts'
import { readEnv } from './env.ts'
import { createHandlerTransport } from './upstream/handler-transport.ts'
import { createLog } from './log.ts'
import { quickPace } from './life/quick-pace.harness.ts'
import { createUpstream } from './upstream/upstream.ts'

type Options = Partial<Omit<ServerOptions, 'env'>> & {
  engine?: EngineOptions
  env?: Record<string, string>
  world?: World
}

/** The server without its port, in front of the real engine with its quick renderer. */
export async function openTestServer(options: Options = {}) {
  const data = await mkdtemp(join(tmpdir(), 'dailies-test-'))
  const engine = createEngine({ renderer: createQuickRenderer(), ...options.engine })
  const env = readEnv({ DAILIES_DATA: data, DAILIES_PORT: '0', ...options.env })
  let world = options.world ?? 'luma'
  const openUpstream = async () =>
    createUpstream({
      world,
      transport: createHandlerTransport({ fetch: (request) => engine.fetch(request) }),
      baseUrl: 'http://engine.internal/v1',
      key: 'luma-api-test',
      ...(world === 'local' && { cancel: engine.cancel, forget: engine.forget }),
      ...(options.clock && { now: options.clock.now }),
    })
  const start = async (): Promise<AssembledServer> => {
    const log = createLog({ level: 'silent' })
    const assembled = await assembleServer({
      openUpstream,
      pace: quickPace,
      log,
      pageDir: join(data, 'no-page'),
      ...options,
      env,
    })
    await assembled.resume()
    return assembled
  }
  const tidy = async () => {
    await engine.close()
    await rm(data, { recursive: true, force: true })
  }
  let server = await start().catch(async (error) => {
    await tidy()
    throw error
  })

  const request = (path: string, init?: RequestInit) =>
    Promise.resolve(server.app.request(`http://127.0.0.1:4680${path}`, init))

  const post = (body: unknown, id: string = randomUUID(), headers: Record<string, string> = {}) =>
    request('/api/generations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  const sendJson = (method: string, path: string, body?: unknown) =>
    request(path, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })

  const record = async (id: string) =>
    (await (await request(`/api/generations/${id}`)).json()) as Generation

  return {
    data,
    engine,
    env,
    request,
    post,
    sendJson,
    record,

    async upload(bytes: Uint8Array): Promise<Upload> {
      const response = await request('/api/uploads', { method: 'POST', body: Buffer.from(bytes) })
      return (await response.json()) as Upload
    },

    /** Submits and gives the id. */
    async submit(body: unknown): Promise<string> {
      const response = await post(body)
      if (response.status !== 201) throw new Error(await response.text())
      return ((await response.json()) as Generation).id
    },

    async until(id: string, ...states: State[]): Promise<Generation> {
      const deadline = Date.now() + 20_000
      for (;;) {
        const found = await record(id)
        if (states.includes(found.state)) return found
        if (Date.now() > deadline) throw new Error(`It stayed ${found.state}.`)
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
    },

    posts: () =>
      engine.ledger().filter(({ method, path }) => method === 'POST' && path === '/v1/generations'),

    /** In the other world when told. */
    async restart(as: World = world) {
      await server.close()
      world = as
      server = await start()
    },

    async close() {
      await server.close()
      await tidy()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>
