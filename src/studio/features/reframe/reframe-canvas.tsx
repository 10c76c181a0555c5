import { Film, Frame, Maximize } from 'lucide-react'
import { useState } from 'react'
import type { Size } from '#contract/size.ts'
import type { SourcePosition } from '#contract/video-reframe.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { ReasonText } from './number-row.tsx'
import type { ReframeSource, ReframeTarget } from './reframe-source.ts'
import { ReframeTable } from './reframe-table.tsx'
import { TargetRow } from './target-row.tsx'

type ReframeCanvasProps = {
  source: ReframeSource | null
  /** What stands in the place of the canvas while there is no source. */
  missing?: string
  /** Pixels of the output of the current target. */
  canvas: Size
  /** `undefined`: the model chooses and the field is not sent. */
  position: SourcePosition | undefined
  onChange: (next: SourcePosition | undefined) => void
  targets: readonly ReframeTarget[]
  current: number
  onCurrent: (index: number) => void
  onTargets: (next: readonly ReframeTarget[]) => void
  reasonAt: (path: string) => ReasonText | undefined
}

/** Where a clip stands on a canvas of another shape, one canvas for each shape asked for. */
export function ReframeCanvas(props: ReframeCanvasProps) {
  const { source, canvas, position, onChange, reasonAt, targets, current } = props
  const { missing = 'Choose a clip first: it is placed here on the new canvas.' } = props
  const [hasGuides, setHasGuides] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  return (
    <div className="flex h-full min-h-0 flex-col bg-panel">
      <TargetRow
        source={source}
        canvas={canvas}
        targets={targets}
        current={current}
        onCurrent={props.onCurrent}
        onTargets={props.onTargets}
      >
        {source && (
          <div className="flex shrink-0 border-l px-1">
            <IconButton
              label="Safe areas: action 93 %, title 90 %, centre"
              icon={Frame}
              isOn={hasGuides}
              onClick={() => setHasGuides(!hasGuides)}
            />
            <IconButton
              label="See all of the source"
              icon={Maximize}
              isOn={showsAll}
              onClick={() => setShowsAll(!showsAll)}
            />
          </div>
        )}
      </TargetRow>
      {source && targets.length > 0 ? (
        <ReframeTable
          key={source.sha256}
          source={source}
          canvas={canvas}
          position={position}
          onChange={onChange}
          reasonAt={reasonAt}
          hasGuides={hasGuides}
          showsAll={showsAll}
        />
      ) : (
        <p className="flex flex-1 flex-col items-center justify-center gap-3 bg-page p-6 text-center text-body text-quiet">
          <Film size={24} aria-hidden />
          {source ? 'Add a shape first: what shall the clip become?' : missing}
        </p>
      )}
    </div>
  )
}
