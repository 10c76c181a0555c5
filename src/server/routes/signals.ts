import { Hono, type HonoRequest } from 'hono'
import { amountField, type Signal, type SignalAmount, signals } from '#contract/signal.ts'
import type { Log } from '../log.ts'
import { keepSignals, type SignalDesk } from '../media/signal-desk.ts'
import { ProblemError } from '../problem-error.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; folder: DataFolder; log: Log; signals: SignalDesk | null }

/** Another number when the same question is answered by another picture. */
const edition = 1
const noSuchSignal = () =>
  new ProblemError('not_found', 'There is no such clip, frame or signal to look at.')

const isSignal = (name: string): name is Signal => (signals as readonly string[]).includes(name)

function amountOf(signal: Signal, query: Record<string, string>): SignalAmount {
  const field = amountField[signal]
  const text = field ? query[field]?.trim() : undefined
  if (!field || text === undefined) return {}
  if (field === 'strength') {
    if (text === 'precise' || text === 'coarse') return { strength: text }
    throw new ProblemError('shape', 'strength: choose precise or coarse.', { path: field })
  }
  const value = Number(text || Number.NaN)
  if (value >= 0 && value <= 1) return { [field]: value }
  throw new ProblemError('shape', `${field}: choose from 0 to 1.`, { path: field })
}

/** The page that asked has gone. */
const nobodyHears = () => new Response(null, { status: 499 })

/** What a video edit's signals see in a frame, estimated here: a picture, and the words to it. */
export function signalRoutes({ store, folder, log, signals: desk }: Parts) {
  const draw = desk && keepSignals(desk)

  async function asked(req: HonoRequest) {
    const { sha256 = '', signal = '', frame: text = '' }: Record<string, string> = req.param()
    const row = await store.media.find(sha256)
    const frame = Number(text)
    if (!draw || row?.medium !== 'video' || !isSignal(signal)) throw noSuchSignal()
    if (row.frames !== null && frame >= row.frames) throw noSuchSignal()
    const amount = amountOf(signal, req.query())
    const [said = ''] = Object.values(amount)
    const key = `${sha256}-${signal}-${frame}-${said}-${edition}`
    const order = { path: folder.mediaFile(sha256), frame, signal, amount }
    return {
      etag: `"${key}"`,
      picture: () =>
        draw(key, order, req.raw.signal).catch((error: Error) => {
          if (error.name === 'AbortError') return null
          log.warn({ err: error, sha256, signal, frame }, 'a signal could not be estimated')
          throw new ProblemError(
            'media_broken',
            `What ${signal} sees in this frame could not be estimated: ${error.message}.`,
          )
        }),
    }
  }

  const routes = new Hono()
  const address = '/:sha256{[0-9a-f]{64}}/signals/:signal/:frame{[0-9]{1,7}}'
  routes.get(address, async ({ req }) => {
    const { etag, picture } = await asked(req)
    const headers = { etag, 'cache-control': 'private, max-age=3600' }
    if (req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
    const seen = await picture()
    if (!seen) return nobodyHears()
    const body = new Uint8Array(seen.webp)
    return new Response(body, { headers: { ...headers, 'content-type': 'image/webp' } })
  })
  routes.get(`${address}/seen`, async (context) => {
    const { picture } = await asked(context.req)
    const seen = await picture()
    if (!seen) return nobodyHears()
    const { found, words } = seen
    return context.json({ found, words }, 200, { 'cache-control': 'no-cache' })
  })
  return routes
}
