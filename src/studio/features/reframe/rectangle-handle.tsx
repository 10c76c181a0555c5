import type { Handle } from './rectangle-drag.ts'
import type { Grips } from './use-rectangle-drag.ts'

type RectangleHandleProps = {
  name: string
  edges: Handle
  cursor: string
  grips: ReturnType<Grips>
}

const place = (sign: -1 | 0 | 1) => `${(sign + 1) * 50}%`

/** The hit area reaches outwards, so that a small rectangle can still be taken by its middle. */
const shift = (sign: -1 | 0 | 1) => `${-50 + sign * 20}%`
const unshift = (sign: -1 | 0 | 1) => `${50 - sign * 20}%`

/** A small square that is easier to hit than it looks. Keys do the same on the rectangle. */
export function RectangleHandle({ name, edges, cursor, grips }: RectangleHandleProps) {
  return (
    <div
      data-handle={name}
      className={`absolute size-6 touch-none pointer-coarse:size-11 ${edges.x === 0 ? '[@container(width<36px)]:hidden' : ''} ${edges.y === 0 ? '[@container(height<36px)]:hidden' : ''}`}
      style={{
        left: place(edges.x),
        top: place(edges.y),
        transform: `translate(${shift(edges.x)}, ${shift(edges.y)})`,
        cursor,
      }}
      {...grips}
    >
      <div
        className="absolute size-2 -translate-1/2 border border-black bg-white pointer-coarse:size-3"
        style={{ left: unshift(edges.x), top: unshift(edges.y) }}
      />
    </div>
  )
}
