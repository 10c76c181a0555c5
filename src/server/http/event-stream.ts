import type { Events } from '../life/events.ts'

const pingMs = 15_000
/** Messages that may wait for a reader before it is let go; it connects again by itself. */
const backlog = 256

/** Server-sent events for one reader, until it leaves or is too slow. */
export function eventStream(events: Events, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let forget: (() => void) | undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const leave = () => {
          if (!forget) return
          forget()
          controller.close()
        }
        const say = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) leave()
          else controller.enqueue(encoder.encode(text))
        }
        const ping = setInterval(() => say(': ping\n\n'), pingMs)
        const tell = (event: string) => (changed: unknown) =>
          say(`event: ${event}\ndata: ${JSON.stringify(changed)}\n\n`)
        const silences = [events.listen(tell('generation')), events.listenToWall(tell('wall'))]
        forget = () => {
          forget = undefined
          clearInterval(ping)
          for (const silence of silences) silence()
          signal.removeEventListener('abort', leave)
        }
        signal.addEventListener('abort', leave)
        say('retry: 1000\nevent: ready\ndata: {}\n\n')
        if (signal.aborted) leave()
      },
      cancel() {
        forget?.()
      },
    },
    { highWaterMark: backlog },
  )
}
