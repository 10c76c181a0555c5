import type { Draft } from '#contract/draft.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { useMediaQuery } from '../lib/use-media-query.ts'
import type { Address } from './address.ts'
import { Dock } from './dock.tsx'

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
  if (!isOpen || !draft.type.startsWith('video')) return null
  return (
    <Dock host={host} title="Timeline" onClose={() => onDock('closed')}>
      {null}
    </Dock>
  )
}
