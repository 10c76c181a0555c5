import { Agent, type Dispatcher, Pool, request } from 'undici'
import type { Transport } from './transport.ts'

const timeouts = { connect: { timeout: 15_000 }, headersTimeout: 300_000, bodyTimeout: 60_000 }

/**
 * The network. A POST has a connection of its own, for one that was kept open may be dead already,
 * and then nobody could say whether the request arrived.
 */
export function createPoolTransport(origin: string): Transport {
  const looks = new Pool(origin, { ...timeouts, connections: 8 })
  const submits = new Pool(origin, { ...timeouts, connections: 8 })
  const elsewhere = new Agent({ ...timeouts, connections: 8 })

  function dispatcherFor(method: string, url: URL): Dispatcher {
    if (method === 'POST') return submits
    return url.origin === origin ? looks : elsewhere
  }

  return {
    async send({ method, url, headers, body, signal }) {
      const answer = await request(url, {
        method,
        headers,
        body: body as Dispatcher.DispatchOptions['body'],
        signal,
        reset: method === 'POST',
        dispatcher: dispatcherFor(method, url),
      })
      return {
        status: answer.statusCode,
        header(name) {
          const value = answer.headers[name]
          return (Array.isArray(value) ? value[0] : value) ?? null
        },
        body: answer.body,
      }
    },
    async close() {
      await Promise.all([looks.destroy(), submits.destroy(), elsewhere.destroy()])
    },
  }
}
