import type { Signal, SignalAmount, SignalSeen } from '#contract/signal.ts'

export type SignalPicture = SignalSeen & { webp: Buffer }

type Order = {
  /** Of the clip. */
  path: string
  frame: number
  signal: Signal
  amount: SignalAmount
}

/** Who estimates what a signal sees; `main.ts` picks it. */
export type SignalDesk = {
  /** @throws Error with a plain sentence about the clip, AbortError when it is not wanted any more */
  draw(order: Order, isWanted: () => boolean): Promise<SignalPicture>
  close(): Promise<void>
}

type Waited = { drawn: Promise<SignalPicture>; listeners: Set<AbortSignal> }

const megabyte = 2 ** 20

/** Remembers the pictures asked for last, and draws none twice at once. */
export function keepSignals(desk: SignalDesk, { bytes = 16 * megabyte } = {}) {
  const pictures = new Map<string, SignalPicture>()
  const waited = new Map<string, Waited>()
  let held = 0

  function keep(key: string, picture: SignalPicture) {
    pictures.set(key, picture)
    held += picture.webp.length
    for (const [oldest, { webp }] of pictures) {
      if (held <= bytes) break
      pictures.delete(oldest)
      held -= webp.length
    }
    return picture
  }

  function draw(key: string, order: Order): Waited {
    const listeners = new Set<AbortSignal>()
    const isWanted = () => [...listeners].some(({ aborted }) => !aborted)
    const drawn = desk
      .draw(order, isWanted)
      .then((picture) => keep(key, picture))
      .finally(() => waited.delete(key))
    return { drawn, listeners }
  }

  return async (key: string, order: Order, signal: AbortSignal): Promise<SignalPicture> => {
    const known = pictures.get(key)
    if (known) {
      pictures.delete(key)
      pictures.set(key, known)
      return known
    }
    const waiting = waited.get(key) ?? draw(key, order)
    waited.set(key, waiting)
    waiting.listeners.add(signal)
    return waiting.drawn
  }
}
