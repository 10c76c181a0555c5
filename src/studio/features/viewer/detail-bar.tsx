import { ArrowLeft, ChevronLeft, ChevronRight, PanelRight } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Ground } from './ground.ts'
import { GroundChoice } from './ground-choice.tsx'

type DetailBarProps = {
  record: Generation | undefined
  onBack: () => void
  onNewer: (() => void) | null
  onOlder: (() => void) | null
  ground: Ground
  onGround: (ground: Ground) => void
  hasFacts: boolean
  onFacts: () => void
}

/** The thin bar over an open item. */
export function DetailBar(props: DetailBarProps) {
  const { record, onBack, onNewer, onOlder, ground, onGround, hasFacts, onFacts } = props
  const kind = record?.request.type.startsWith('video') ? 'Video' : 'Image'
  return (
    <header className="flex h-12 shrink-0 items-center justify-between gap-2 border-b bg-panel px-2">
      <div className="flex items-center gap-1">
        <IconButton label="Back to the wall" icon={ArrowLeft} onClick={onBack} />
        <h2 className="ml-1 font-semibold">{record ? kind : 'Detail'}</h2>
        {record?.world === 'local' && <span className="ml-2 text-dense text-quiet">local</span>}
      </div>
      <div className="flex items-center gap-1">
        <GroundChoice ground={ground} onGround={onGround} />
        <IconButton
          label="Newer"
          icon={ChevronLeft}
          disabled={!onNewer}
          onClick={onNewer ?? undefined}
        />
        <IconButton
          label="Older"
          icon={ChevronRight}
          disabled={!onOlder}
          onClick={onOlder ?? undefined}
        />
        <IconButton
          label="Show facts"
          icon={PanelRight}
          isOn={hasFacts}
          onClick={onFacts}
          className="max-xl:hidden"
        />
      </div>
    </header>
  )
}
