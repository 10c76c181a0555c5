import type { Rectangle } from '#contract/video-reframe.ts'
import type { Ground } from './ground.ts'
import { RectangleHandle } from './rectangle-handle.tsx'
import { handles } from './handles.ts'
import { rectangleWords } from './told-position.ts'
import { usePlaced } from './use-placed.ts'
import { useRectangleDrag } from './use-rectangle-drag.ts'
import { useRectangleKeys } from './use-rectangle-keys.ts'

type RectangleFrameProps = {
  ground: Ground
  isModelsChoice: boolean
  /** Id of the sentence that tells the keys. */
  describedBy: string
}

const nameOf = (rectangle: Rectangle, isModelsChoice: boolean) =>
  `Source: ${rectangleWords(rectangle)}${isModelsChoice ? ', a guess: the model chooses' : ''}`

/** The outline of the source: what is dragged, pulled by its handles and moved by keys. */
export function RectangleFrame({ ground, isModelsChoice, describedBy }: RectangleFrameProps) {
  const { flight, committed, view } = ground
  const attach = usePlaced(flight, committed, view)
  const gripsOf = useRectangleDrag(ground)
  const keys = useRectangleKeys(ground)
  return (
    <div
      ref={attach}
      role="application"
      aria-roledescription="rectangle"
      aria-label={nameOf(committed, isModelsChoice)}
      aria-describedby={describedBy}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move it
      tabIndex={0}
      className="absolute top-0 left-0 cursor-move touch-pan-y select-none [container-type:size]"
      {...gripsOf(null)}
      {...keys}
    >
      <div
        className={`absolute inset-0 border-accent ${isModelsChoice ? 'border border-dashed' : 'border'}`}
      />
      {handles.map((handle) => (
        <RectangleHandle key={handle.name} {...handle} grips={gripsOf(handle.edges)} />
      ))}
    </div>
  )
}
