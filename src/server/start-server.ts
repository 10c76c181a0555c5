import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { assembleServer, type ServerOptions } from './assemble-server.ts'
import type { Env } from './env.ts'

export type RunningServer = {
  /** Without a path: `http://127.0.0.1:4680`. */
  url: string
  close(): Promise<void>
}

const timeouts = { headersTimeout: 10_000, requestTimeout: 30 * 60_000 }

async function listen(server: Server, { host, port }: Env): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

/** Opens the data folder, listens, and takes up what was in flight. `close` undoes all of it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const assembled = await assembleServer(options)
  const { app } = assembled
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: timeouts,
  }) as Server
  try {
    const url = await listen(server, options.env)
    await assembled.resume()
    return {
      url,
      async close() {
        const closed = new Promise((resolve) => server.close(resolve))
        assembled.endStreams()
        server.closeIdleConnections()
        await assembled.close()
        server.closeAllConnections()
        await closed
      },
    }
  } catch (error) {
    server.close()
    await assembled.close()
    throw error
  }
}
