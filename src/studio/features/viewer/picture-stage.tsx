import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react'
import { type MediaItem, mediaPath } from '#contract/media-item.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { useDragPan } from '../../lib/use-drag-pan.ts'

type PictureStageProps = { item: Extract<MediaItem, { medium: 'image' }>; name: string }

/** Where the picture was pressed, 0..1 in both directions. */
type Point = { x: number; y: number }

const panPx = 120
const pans: Record<string, readonly [number, number]> = {
  ArrowLeft: [-panPx, 0],
  ArrowRight: [panPx, 0],
  ArrowUp: [0, -panPx],
  ArrowDown: [0, panPx],
}

/** A picture as large as fits, or one pixel of it on one pixel of the screen. */
export function PictureStage({ item, name }: PictureStageProps) {
  const [aim, setAim] = useState<Point | null>(null)
  const frame = useRef<HTMLElement>(null)
  const { hasDragged, onPointerDown, onPointerMove } = useDragPan()
  const toggle = (point: Point) => setAim((last) => (last ? null : point))
  useShortcuts(['detail'], { zoom: () => toggle({ x: 0.5, y: 0.5 }) })

  useLayoutEffect(() => {
    const box = frame.current
    if (!box || !aim) return
    box.scrollLeft = aim.x * box.scrollWidth - box.clientWidth / 2
    box.scrollTop = aim.y * box.scrollHeight - box.clientHeight / 2
  }, [aim])

  const press = (event: MouseEvent) => {
    if (aim && hasDragged) return
    const box = event.currentTarget.getBoundingClientRect()
    const isKey = event.detail === 0
    toggle({
      x: isKey ? 0.5 : (event.clientX - box.left) / box.width,
      y: isKey ? 0.5 : (event.clientY - box.top) / box.height,
    })
  }

  const pan = (event: KeyboardEvent) => {
    const by = aim && pans[event.key]
    if (!by) return
    event.preventDefault()
    frame.current?.scrollBy(...by)
  }

  const picture = (
    <img
      src={mediaPath(item)}
      alt={name}
      draggable={false}
      className={aim ? 'block size-full max-w-none' : 'size-full object-contain'}
    />
  )
  return (
    <section
      ref={frame}
      aria-label="Picture"
      className={`min-h-0 flex-1 ${aim ? 'overflow-auto' : 'overflow-hidden'}`}
    >
      <div className={aim ? 'grid min-h-full min-w-max place-items-center' : 'size-full'}>
        <button
          type="button"
          aria-label={aim ? 'Zoom to fit' : 'Zoom to 100 %'}
          onClick={press}
          onKeyDown={pan}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          className={`block focus-visible:-outline-offset-2 ${aim ? 'cursor-zoom-out' : 'size-full cursor-zoom-in'}`}
          style={
            aim
              ? {
                  width: item.width / devicePixelRatio,
                  height: item.height / devicePixelRatio,
                }
              : undefined
          }
        >
          {picture}
        </button>
      </div>
    </section>
  )
}
