import { join, resolve } from 'node:path'
import { createSignalClient } from '#engine/signals/signal-client.ts'
import { type Env, readEnv } from './env.ts'
import { createHandlerTransport } from './upstream/handler-transport.ts'
import { openLuma } from './upstream/open-luma.ts'
import { startServer } from './start-server.ts'
import { createUpstream } from './upstream/upstream.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Loaded only when it answers. */
async function openEngine({ data }: Env) {
  const { createEngine } = await import('#engine/create-engine.ts')
  const engine = createEngine({ folder: join(resolve(data), 'engine') })
  return createUpstream({
    world: 'local',
    transport: createHandlerTransport(engine),
    baseUrl: 'http://local-engine.internal/v1',
    key: 'luma-api-local-engine',
    cancel: engine.cancel,
    forget: engine.forget,
  })
}

try {
  const env = readEnv(process.env)
  const openUpstream = async () => (env.key === null ? openEngine(env) : openLuma(env))
  const server = await startServer({ env, openUpstream, openSignals: () => createSignalClient() })
  say(`Dailies is at ${server.url}`)
  say(
    env.key === null
      ? 'Local engine answers: free, procedural, on this machine.'
      : 'Luma answers: every generation costs money.',
  )
  const stop = async () => {
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  const reason = code === 'EADDRINUSE' ? 'Another program has its port: set DAILIES_PORT.' : message
  process.stderr.write(`Dailies cannot start. ${reason}\n`)
  process.exit(1)
}
