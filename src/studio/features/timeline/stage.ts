import { type Cell, createCell } from './cell.ts'
import { bounded, fitted, panned, revealing, type Scale, zoomed } from './timeline-scale.ts'

/** Where the timeline is looked at and where its playhead stands. */
export type Stage = {
  scale: Cell<Scale>
  playhead: Cell<number>
  /** Frames a frame's time: 0 stands, -2 is backwards at double speed. */
  rate: Cell<number>
  /** Where anchors are while they are dragged, by id. */
  dragged: Cell<ReadonlyMap<number, number> | null>
  seek: (frame: number) => void
  step: (by: number) => void
  pan: (byPx: number) => void
  /** A centred view that was panned between two frames comes to rest on one. */
  settle: () => void
  zoom: (factor: number, x?: number) => void
  fit: () => void
  reveal: (frame: number) => void
}

const nowhere: Scale = { width: 0, padPx: 0, last: 1, from: 0, perFramePx: 1, isCentred: false }

export function createStage(): Stage {
  const scale = createCell(nowhere)
  const playhead = createCell(0)
  const reveal = (frame: number) => scale.set(revealing(scale.get(), frame))
  const seek = (frame: number) => {
    const next = Math.min(scale.get().last, Math.max(0, Math.round(frame)))
    playhead.set(next)
    reveal(next)
  }
  return {
    scale,
    playhead,
    rate: createCell(0),
    dragged: createCell<ReadonlyMap<number, number> | null>(null),
    seek,
    step: (by) => seek(playhead.get() + by),
    pan: (byPx) => {
      scale.set(panned(scale.get(), byPx))
      const { isCentred, from } = scale.get()
      if (isCentred) playhead.set(Math.round(from))
    },
    settle: () => {
      const now = scale.get()
      if (now.isCentred) scale.set(bounded({ ...now, from: playhead.get() }))
    },
    zoom: (factor, x) => scale.set(zoomed(scale.get(), factor, x)),
    fit: () => scale.set(fitted(scale.get())),
    reveal: (frame) => {
      if (!scale.get().isCentred) reveal(frame)
    },
  }
}
