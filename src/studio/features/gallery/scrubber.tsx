import {
  type KeyboardEvent,
  type PointerEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { WallLayout } from './layout/wall-layout.ts'
import type { ScrollDesk } from './scroll/scroll-desk.ts'
import { dayWords, scrubberMarks, sectionAt, sectionStarts } from './scrubber-marks.ts'
import { keyTarget } from './scrubber-keys.ts'
import type { ShownList } from './shown-list.ts'

type ScrubberProps = {
  shown: ShownList
  layout: WallLayout
  desk: ScrollDesk
  viewHeight: number
}

const number = new Intl.NumberFormat('en-GB')
const apartPx = 28

/** The whole wall as a track at its edge: dates where it follows time, and any place at once. */
export function Scrubber({ shown, layout, desk, viewHeight }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<number | null>(null)
  const [isDragged, setDragged] = useState(false)
  const sight = useSyncExternalStore(desk.subscribe, desk.sight)
  const { sections } = shown.list
  const end = Math.max(0, layout.height - viewHeight)
  if (end === 0) return null

  const starts = sectionStarts(sections, shown.heads.length)
  const marks = scrubberMarks(sections, { layout, starts, trackPx: viewHeight || 1, apartPx })
  const placeAt = (position: number) => layout.startOf(layout.rowAt(position))
  const wordsAt = (place: number) => {
    const section = sections[sectionAt(starts, place)]
    if (section) return dayWords(section.day)
    return `${number.format(place + 1)} of ${number.format(shown.total)}`
  }
  const position = Math.min(sight.top, end)
  const place = placeAt(position)
  const shareAt = ({ clientY }: PointerEvent) => {
    const { top, height } = track.current!.getBoundingClientRect()
    return Math.max(0, Math.min(1, (clientY - top) / height))
  }

  const move = (event: PointerEvent<HTMLElement>) => {
    const share = shareAt(event)
    setHover(share)
    if (isDragged) desk.goTo(share * end)
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged(true)
    desk.goTo(shareAt(event) * end)
  }
  const goToPlace = (to: number) =>
    desk.goTo(layout.topOf(layout.rowOf(Math.max(0, Math.min(shown.total - 1, to)))))
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, { place, starts, sections, total: shown.total })
    if (to === null) return
    event.preventDefault()
    goToPlace(to)
  }

  return (
    <div
      ref={track}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- days and months on a drawn track
      role="slider"
      aria-label={sections.length ? 'Date' : 'Place on the wall'}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={shown.total}
      aria-valuenow={place + 1}
      aria-valuetext={wordsAt(place)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => setDragged(false)}
      onPointerCancel={() => setDragged(false)}
      onPointerLeave={() => setHover(null)}
      className="group relative w-11 shrink-0 cursor-default touch-none border-l select-none max-md:absolute max-md:inset-y-0 max-md:right-0 max-md:w-6 max-md:border-0"
    >
      {marks.map(({ label, share, isYear }) => (
        <span
          key={`${label} ${share}`}
          aria-hidden
          className={`absolute right-2 text-mark max-md:hidden ${isYear ? 'text-ink' : 'text-quiet'}`}
          style={{ top: `min(calc(${share * 100}%), calc(100% - 16px))` }}
        >
          {label}
        </span>
      ))}
      <span
        aria-hidden
        className="absolute right-0 h-0.5 w-full bg-accent max-md:h-8 max-md:w-1 max-md:rounded-full max-md:bg-quiet"
        style={{ top: `calc(${(position / end) * 100}% - ${(position / end) * 2}px)` }}
      />
      {hover !== null && (
        <span
          aria-hidden
          className="pointer-events-none absolute right-full z-30 mr-1 -translate-y-1/2 rounded bg-raised px-2 py-1 text-dense whitespace-nowrap tabular-nums"
          style={{ top: `clamp(14px, ${hover * 100}%, calc(100% - 14px))` }}
        >
          {wordsAt(placeAt(hover * end))}
        </span>
      )}
    </div>
  )
}
