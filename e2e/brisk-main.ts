import { createSignalClient } from '#engine/signals/signal-client.ts'
import { readEnv } from '#server/env.ts'
import { startServer } from '#server/start-server.ts'
import { openLuma } from '#server/upstream/open-luma.ts'

/** The server before an upstream that answers in seconds: it looks at clips as often as at pictures. */
const server = await startServer({
  env: readEnv(process.env),
  openUpstream: async (env) => openLuma(env),
  openSignals: () => createSignalClient(),
  pace: { videoFirst: 1000, video: 1000, image: 1000 },
})
process.stdout.write(`Dailies is at ${server.url}\n`)
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
