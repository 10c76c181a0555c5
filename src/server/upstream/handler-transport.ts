import type { Transport } from './transport.ts'

type Handler = { fetch(request: Request): Promise<Response>; close?(): Promise<void> }

function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

async function* readAll(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) yield* body as unknown as AsyncIterable<Uint8Array>
}

/** Somebody who answers inside this process, by the same requests as over the network. */
export function createHandlerTransport(handler: Handler): Transport {
  return {
    async send({ method, url, headers, body, signal }) {
      const streamed = body && { body: toStream(body), duplex: 'half' as const }
      const request = new Request(url, { method, headers, signal, ...streamed })
      const response = await handler.fetch(request)
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        body: readAll(response.body),
      }
    },
    close: async () => handler.close?.(),
  }
}
