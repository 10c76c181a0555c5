import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { LookOf } from '../../media/media-look.ts'
import { anchorName } from './anchor-words.ts'
import { type AnchorReason, AnchorView } from './anchor-view.tsx'
import { DropGhost } from './drop-ghost.tsx'
import { type Film, FilmStrip } from './film-strip.tsx'
import { gapAt } from './nearest-anchor.ts'
import { Playhead } from './playhead.tsx'
import { RulerCanvas } from './ruler-canvas.tsx'
import type { Stage } from './stage.ts'
import { frameAt } from './timeline-scale.ts'
import type { Acts } from './use-acts.ts'
import type { Anchors } from './use-anchors.ts'
import { useAnchorKeys } from './use-anchor-keys.ts'
import { useSlices } from './use-slices.ts'
import { useStripGestures } from './use-strip-gestures.ts'
import { useWheel } from './use-wheel.ts'

type StripProps = {
  stage: Stage
  attach: (element: HTMLElement | null) => void
  element: HTMLElement | null
  of: Anchors
  acts: Acts
  grid: { last: number; fps: number }
  aspect: number
  lookOf: LookOf
  film: Film | null
  magnets: () => readonly number[]
  reasonOf: (at: number) => AnchorReason | undefined
  reasonId: (at: number) => string
  onType: () => void
  onDrop: (transfer: DataTransfer, frame: number) => void
}

const rulerPx = 32

/** Ruler, anchors, film and playhead over one another, on one scale. */
export function Strip(props: StripProps) {
  const { stage, attach, element, of, acts, grid, aspect, lookOf, film, magnets } = props
  const { reasonOf, reasonId, onType, onDrop } = props
  const { last, fps } = grid
  const { anchors, selection, current } = of
  const [band, attachBand] = useState<HTMLElement | null>(null)
  const [dropAt, setDropAt] = useState<number | null>(null)
  const hovered = useRef<number | null>(null)
  const wantsFocus = useRef(false)

  const elementOf = (id: number) => element?.querySelector<HTMLElement>(`[data-anchor="${id}"]`)
  const focus = (id: number) => {
    wantsFocus.current = true
    elementOf(id)?.focus({ preventScroll: true })
  }
  const gestures = useStripGestures({
    stage,
    strip: element,
    band,
    of,
    acts,
    magnets,
    onFocus: focus,
  })
  useWheel(element, stage)
  const gaps = anchors.map((_, index) => gapAt(anchors, index, last))
  useSlices(element, stage, gaps)
  const onKeyDown = useAnchorKeys({
    of,
    acts,
    focus,
    leave: () => element?.querySelector<HTMLElement>('[role="slider"]')?.focus(),
    type: onType,
  })

  const show = (id: number | null) => {
    for (const shown of element?.querySelectorAll<HTMLElement>('[data-shown]') ?? []) {
      delete shown.dataset.shown
    }
    const next = id === null ? null : elementOf(id)
    if (next) next.dataset.shown = ''
  }
  useEffect(() => {
    show(hovered.current ?? current)
  })
  useEffect(() => {
    if (!wantsFocus.current || current === null) return
    wantsFocus.current = false
    const wanted = element?.querySelector<HTMLElement>(`[data-anchor="${current}"]`)
    if (wanted && document.activeElement !== wanted) wanted.focus({ preventScroll: true })
  })

  const hover = (id: number | null) => {
    if (id === hovered.current) return
    hovered.current = id
    show(id ?? current)
  }
  const dragOver = (event: DragEvent) => {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const left = element?.getBoundingClientRect().left ?? 0
    const frame = frameAt(stage.scale.get(), event.clientX - left)
    if (frame !== dropAt) setDropAt(frame)
  }
  const firstTab = current ?? anchors[0]?.id

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its parts have roles and keys
    <section
      ref={attach}
      aria-label="Strip"
      className="relative min-h-36 flex-1 cursor-default max-md:h-60 max-md:flex-none touch-pan-y overflow-clip bg-page select-none [-webkit-touch-callout:none]"
      style={{ '--aspect': aspect } as React.CSSProperties}
      onPointerDown={gestures.onPointerDown}
      onPointerMove={(event) => {
        gestures.onPointerMove(event)
        if (event.pointerType !== 'mouse') return
        if (gestures.isBusy()) {
          hover(null)
          return
        }
        const box = event.currentTarget.getBoundingClientRect()
        const spot = { x: event.clientX - box.left, y: event.clientY - box.top, isFree: false }
        const isOver = spot.y > rulerPx
        hover(isOver ? (gestures.anchorAt(spot, false)?.id ?? null) : null)
      }}
      onPointerUp={gestures.onPointerUp}
      onPointerCancel={gestures.onPointerCancel}
      onPointerLeave={() => hover(null)}
      onContextMenu={(event) => event.preventDefault()}
      onDragOver={dragOver}
      onDragLeave={() => setDropAt(null)}
      onDrop={(event) => {
        event.preventDefault()
        setDropAt(null)
        const left = element?.getBoundingClientRect().left ?? 0
        onDrop(event.dataTransfer, frameAt(stage.scale.get(), event.clientX - left))
      }}
    >
      <RulerCanvas stage={stage} fps={fps} rulerPx={rulerPx} />
      <div data-zone="ruler" className="absolute inset-x-0 top-0 h-8 cursor-ew-resize border-b" />
      <div
        data-zone="lane"
        className={`absolute inset-x-0 top-8 ${film ? 'bottom-12 md:bottom-16' : 'bottom-0'}`}
      >
        {anchors.length > 0 && (
          <div
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- pictures on a scale
            role="listbox"
            aria-label="Keyframes"
            aria-multiselectable
            aria-orientation="horizontal"
            tabIndex={-1}
            onKeyDown={onKeyDown}
            onFocus={(event) => {
              const id = Number((event.target as HTMLElement).dataset.anchor)
              const anchor = anchors.find((each) => each.id === id)
              if (!anchor) return
              stage.reveal(anchor.frame)
              of.focusOn(id)
            }}
            className="absolute inset-0 outline-none [container-type:size]"
            style={
              {
                '--full': 'min((100cqh - 44px) * var(--aspect), 148px)',
                '--glance': 'min((100cqh - 100px) * var(--aspect), 176px)',
              } as React.CSSProperties
            }
          >
            <span role="presentation" data-full className="invisible absolute h-0 w-(--full)" />
            {anchors.map(({ id, frame, image, at }, index) => {
              const look = lookOf(image)
              return (
                <AnchorView
                  key={id}
                  id={id}
                  name={anchorName({ index, count: anchors.length, frame, fps })}
                  frame={frame}
                  gap={gaps[index] ?? last}
                  last={last}
                  still={look.still ?? look.address ?? ('url' in image ? image.url : null)}
                  isMissing={look.facts === null}
                  isSelected={selection.has(id)}
                  isCurrent={id === current}
                  hasTab={id === firstTab}
                  reason={reasonOf(at)}
                  reasonId={reasonId(at)}
                />
              )
            })}
          </div>
        )}
        {anchors.length === 0 && (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center px-4 text-center text-quiet">
            No keyframes yet. Drop pictures where they should stand, or add one at the playhead.
          </p>
        )}
      </div>
      {film && <FilmStrip stage={stage} film={film} />}
      <div
        ref={attachBand}
        aria-hidden
        className="pointer-events-none absolute top-8 bottom-0 left-0 hidden border-x border-accent bg-accent/15"
      />
      {dropAt !== null && <DropGhost frame={dropAt} />}
      <Playhead stage={stage} fps={fps} last={last} />
    </section>
  )
}
