import { Plus, X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { Size } from '#contract/size.ts'
import { centredFit, toRectangle } from '#contract/video-reframe.ts'
import { type VideoRatio, videoRatios, videoSize } from '#contract/video.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { ReframeTarget } from './reframe-source.ts'
import { TargetShape } from './target-shape.tsx'

type TargetRowProps = {
  source: Size | null
  /** Pixels of the current target. */
  canvas: Size
  targets: readonly ReframeTarget[]
  current: number
  onCurrent: (index: number) => void
  onTargets: (next: readonly ReframeTarget[]) => void
  /** What stands at the end of the row and never scrolls away. */
  children?: ReactNode
}

const unit = { width: 1, height: 1 }

function shareOf({ aspect_ratio, source_position }: ReframeTarget, source: Size | null) {
  if (source_position) return toRectangle(source_position, unit)
  return source && toRectangle(centredFit(source, videoSize(aspect_ratio, '720p')), unit)
}

const box =
  'relative flex h-10 min-w-10 shrink-0 items-center justify-center gap-2 rounded border px-2 text-dense has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'

/** The shapes this clip is reframed to, one generation each: choose, add, remove. */
export function TargetRow(props: TargetRowProps) {
  const { source, canvas, targets, current, onCurrent, onTargets, children } = props
  const name = useId()
  const [isAdding, setIsAdding] = useState(targets.length === 0)
  const left = videoRatios.filter((ratio) => targets.every((one) => one.aspect_ratio !== ratio))
  const add = (aspect_ratio: VideoRatio) => {
    onTargets([...targets, { aspect_ratio }])
    onCurrent(targets.length)
    setIsAdding(false)
  }
  const remove = (index: number) => {
    onTargets(targets.filter((_, place) => place !== index))
    onCurrent(Math.max(0, current > index ? current - 1 : Math.min(current, targets.length - 2)))
  }
  return (
    <div className="flex min-w-0 shrink-0 items-center border-b bg-panel">
      <div className="flex min-w-0 items-center gap-1 overflow-x-auto p-1 pl-3 max-md:flex-1">
        <div
          role="radiogroup"
          aria-label="Reframe to"
          className={`flex gap-1 ${isAdding && targets.length > 0 ? 'max-md:hidden' : ''}`}
        >
          {targets.map((target, index) => (
            <label
              key={target.aspect_ratio}
              className={`${box} ${index === current ? 'border-accent bg-lifted text-ink' : 'border-transparent text-quiet hover:bg-raised hover:text-ink'}`}
            >
              <input
                type="radio"
                name={name}
                value={target.aspect_ratio}
                checked={index === current}
                onChange={() => onCurrent(index)}
                className="absolute inset-0 appearance-none opacity-0"
              />
              <TargetShape ratio={target.aspect_ratio} source={shareOf(target, source)} />
              {target.aspect_ratio}
            </label>
          ))}
        </div>
        {targets.length > 1 && targets[current] && !isAdding && (
          <IconButton
            label={`Remove ${targets[current].aspect_ratio}`}
            icon={X}
            onClick={() => remove(current)}
          />
        )}
        {isAdding && (
          <fieldset aria-label="Shapes to add" className="flex gap-1 md:border-l md:pl-2">
            {left.map((ratio) => (
              <button
                key={ratio}
                type="button"
                aria-label={`Add ${ratio}`}
                onClick={() => add(ratio)}
                className={`${box} border-dashed border-line text-quiet hover:border-edge hover:text-ink`}
              >
                <TargetShape ratio={ratio} source={null} />
                {ratio}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      {left.length > 0 && (
        <IconButton
          label={isAdding ? 'Add no shape' : 'Add a shape'}
          icon={isAdding ? X : Plus}
          aria-expanded={isAdding}
          onClick={() => setIsAdding(!isAdding)}
        />
      )}
      <div className="flex shrink-0 md:ml-auto items-center">
        {targets.length > 0 && (
          <span className="px-3 text-dense whitespace-nowrap text-quiet tabular-nums max-md:hidden">
            Canvas {canvas.width} × {canvas.height} px
          </span>
        )}
        {children}
      </div>
    </div>
  )
}
