import { ratioOf } from '#contract/size.ts'

type RatioShapeProps = { ratio: string }

const sidePx = 20

/** A ratio as an outline, drawn so that all shapes look about equally large. */
export function RatioShape({ ratio }: RatioShapeProps) {
  const aspect = ratio ? ratioOf(ratio) : 1
  const scale = Math.min(1, 28 / (sidePx * Math.sqrt(aspect)), 24 / (sidePx / Math.sqrt(aspect)))
  const width = Math.round(sidePx * Math.sqrt(aspect) * scale)
  const height = Math.round((sidePx / Math.sqrt(aspect)) * scale)
  return (
    <span aria-hidden className="flex h-7 items-center justify-center">
      <span
        className={`rounded-[1px] border border-current ${ratio ? '' : 'border-dashed'}`}
        style={{ width, height }}
      />
    </span>
  )
}
