import { Hono } from 'hono'
import { eventStream } from '../http/event-stream.ts'
import type { Events } from '../life/events.ts'

/** `closing` ends every stream when the server stops. */
export function eventRoutes(events: Events, closing: AbortSignal) {
  return new Hono().get('/', ({ req }) => {
    const signal = AbortSignal.any([req.raw.signal, closing])
    const body = req.raw.method === 'HEAD' ? null : eventStream(events, signal)
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    })
  })
}
