const reconnectMs = 2000

export type Stream = 'opening' | 'live' | 'lost'

/** What comes of a stream. After `ready` anything may have happened since the last word. */
export type StreamSaid =
  { kind: 'live' | 'lost' | 'ready' | 'wall' } | { kind: 'generation'; data: string }

export type OpenStream = (hear: (said: StreamSaid) => void) => () => void

/** Opens the server's event stream and opens it again when it ends. Returns how to stop. */
export const openStream =
  (Source: typeof EventSource): OpenStream =>
  (hear) => {
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined

    function connect() {
      source = new Source('/api/events')
      source.addEventListener('open', () => hear({ kind: 'live' }))
      source.addEventListener('ready', () => hear({ kind: 'ready' }))
      source.addEventListener('wall', () => hear({ kind: 'wall' }))
      source.addEventListener('generation', ({ data }: MessageEvent<string>) =>
        hear({ kind: 'generation', data }),
      )
      source.addEventListener('error', () => {
        hear({ kind: 'lost' })
        if (source.readyState !== source.CLOSED) return
        clearTimeout(again)
        again = setTimeout(connect, reconnectMs)
      })
    }

    connect()
    return () => {
      clearTimeout(again)
      source.close()
    }
  }
