import type { Draft } from '#contract/draft.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { useMediaQuery } from '../lib/use-media-query.ts'
import type { Address } from './address.ts'
import { Dock } from './dock.tsx'
import { EditDock } from './edit-dock.tsx'
import { ReframeBench } from './reframe-bench.tsx'
import { TimelineBench } from './timeline-bench.tsx'

type ComposeDockProps = {
  host: HTMLElement | null
  dock: Address['dock']
  onDock: (dock: Address['dock']) => void
}

/** Whether what is being written can hardly be set without the bench. */
const isNeeded = ({ type, source, video }: Draft) =>
  (type === 'video' && video?.keyframes !== undefined) ||
  (type === 'video_reframe' && source !== undefined)

/** The bench that goes with the kind of the draft. */
export function ComposeDock({ host, dock, onDock }: ComposeDockProps) {
  const { draft } = useDraft()
  const isSmall = useMediaQuery('(width < 48rem)')
  const isOpen = dock === null ? isNeeded(draft) && !isSmall : dock === 'open'
  if (!isOpen) return null
  const close = () => onDock('closed')
  if (draft.type === 'video_reframe') {
    return (
      <Dock host={host} title="Canvas" isTall onClose={close}>
        <ReframeBench />
      </Dock>
    )
  }
  if (draft.type === 'video') {
    return (
      <Dock host={host} title="Timeline" onClose={close}>
        <TimelineBench />
      </Dock>
    )
  }
  if (draft.type === 'video_edit') return <EditDock host={host} onClose={close} />
  return null
}
