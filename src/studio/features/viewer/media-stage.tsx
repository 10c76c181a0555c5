import { type Generation, isSettled } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import type { Act } from '../../lib/act.ts'
import { startOf } from '../../lib/start-of.ts'
import { ClipView } from './clip-view.tsx'
import { type Ground, groundColour } from './ground.ts'
import { HaltedStage } from './halted-stage.tsx'
import { PictureStage } from './picture-stage.tsx'
import type { ShownFrame } from './sight.ts'
import { WaitingStage } from './waiting-stage.tsx'

type MediaStageProps = {
  record: Generation
  ground: Ground
  onReuse: (() => void) | null
  frameActs: readonly Act[]
  onShow: (frame: ShownFrame) => void
}

/** What there is to look at, of whatever kind, on a neutral ground. */
export function MediaStage(props: MediaStageProps) {
  const { record, ground, onReuse, frameActs, onShow } = props
  const item = record.outputs.find(({ medium }) => medium !== 'file')
  const name = startOf(record.request.prompt, 120)
  return (
    <div
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      style={item && { background: groundColour[ground] }}
    >
      {!isSettled(record.state) && <WaitingStage record={record} />}
      {(record.state === 'failed' || record.state === 'unknown') && (
        <HaltedStage record={record} onReuse={onReuse} />
      )}
      {item?.medium === 'image' && <PictureStage key={record.id} item={item} name={name} />}
      {item?.medium === 'video' && (
        <ClipView
          key={record.id}
          id={record.id}
          item={item}
          copies={record.outputs.filter((other) => isClip(other) && other !== item)}
          name={name}
          frameActs={frameActs}
          onShow={onShow}
        />
      )}
    </div>
  )
}

const isClip = ({ medium }: MediaItem) => medium === 'video'
