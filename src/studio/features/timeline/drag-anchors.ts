import type { Anchor } from './match-anchors.ts'
import { shiftFrames } from './place-keyframes.ts'
import { snapped } from './snap.ts'
import type { Stage } from './stage.ts'
import { placeAt, type Scale } from './timeline-scale.ts'

type DragOptions = {
  stage: Stage
  strip: HTMLElement
  anchors: readonly Anchor[]
  picked: ReadonlySet<number>
  /** The one under the pointer. */
  grabbed: Anchor
  startX: number
  magnets: readonly number[]
}

const magnetPx = 8

/** Moves anchors with the pointer by their style alone; the frames are told when it is let go. */
export function dragAnchors(options: DragOptions) {
  const { stage, strip, anchors, picked, grabbed, startX, magnets } = options
  const frames = anchors.map(({ frame }) => frame)
  const { last } = stage.scale.get()
  const start = placeAt(stage.scale.get(), startX)
  const carried = anchors.flatMap(({ id }, index) => {
    const element = strip.querySelector<HTMLElement>(`[data-anchor="${id}"]`)
    return picked.has(index) && element ? [{ id, index, element }] : []
  })
  let now: readonly number[] = frames
  let hasMoved = false

  const held = carried.find(({ id }) => id === grabbed.id)?.element
  const label = held?.querySelector('[data-label]')?.firstChild

  const show = () => {
    const dragged = new Map<number, number>()
    for (const { id, index, element } of carried) {
      const frame = now[index] ?? 0
      element.style.translate = `calc(${frame - (frames[index] ?? 0)} * var(--per))`
      if (label && element === held) label.nodeValue = String(frame)
      dragged.set(id, frame)
    }
    return dragged
  }

  const placeOf = (scale: Scale, x: number) => grabbed.frame + placeAt(scale, x) - start
  return {
    /** Where the anchor under the pointer stands now. */
    move: (x: number, isFree: boolean) => {
      if (!hasMoved) lift()
      const scale = stage.scale.get()
      const reach = isFree ? 0 : magnetPx / scale.perFramePx
      const wanted = snapped(placeOf(scale, x), isFree ? [] : magnets, reach)
      const next = shiftFrames(frames, picked, wanted - grabbed.frame, last)
      if (next.every((frame, index) => frame === now[index])) return
      now = next
      stage.dragged.set(show())
    },
    end: (): readonly number[] => {
      release()
      return now
    },
    cancel: () => {
      if (label) label.nodeValue = String(grabbed.frame)
      release()
    },
  }

  function lift() {
    hasMoved = true
    if (held) held.dataset.dragged = ''
    strip.toggleAttribute('data-carrying', carried.length > 1)
  }

  function release() {
    delete held?.dataset.dragged
    strip.removeAttribute('data-carrying')
    for (const { element } of carried) {
      element.style.translate = ''
    }
    stage.dragged.set(null)
  }
}
