import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { Engine } from './create-engine.ts'
import { LostAnswer } from './http/lost-answer.ts'

const loopback = '127.0.0.1'

/**
 * An engine on a port of this machine, 0 for any that is free. A lost answer breaks the
 * connection, as a real loss would.
 *
 * @throws Error when the port is taken.
 */
export async function serveEngine(engine: Engine, port: number) {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, env) => {
      try {
        return await engine.fetch(request)
      } catch (error) {
        if (error instanceof LostAnswer) (env as HttpBindings).incoming.socket.destroy()
        throw error
      }
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, loopback, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    /** To be used as `LUMA_AGENTS_BASE_URL`. */
    url: `http://${loopback}:${taken}/v1`,
    /** Stops listening and breaks what is still open; the engine itself stays. */
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}
