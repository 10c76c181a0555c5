import { ratioOf } from '#contract/size.ts'
import type { Rectangle } from '#contract/video-reframe.ts'

type TargetShapeProps = { ratio: string; source: Rectangle | null }

const area = 20

/** A small canvas with the source on it; `source` in shares of the canvas. */
export function TargetShape({ ratio, source }: TargetShapeProps) {
  const aspect = ratioOf(ratio)
  const width = Math.round(area * Math.sqrt(aspect))
  const height = Math.round(area / Math.sqrt(aspect))
  return (
    <svg aria-hidden width={width} height={height} className="overflow-hidden">
      {source && (
        <rect
          x={source.x * width}
          y={source.y * height}
          width={source.width * width}
          height={source.height * height}
          className="fill-current opacity-40"
        />
      )}
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        className="fill-none stroke-current"
      />
    </svg>
  )
}
