import type { Generation } from '#contract/generation.ts'
import { NoticeSettings } from '../features/notices/notice-settings.tsx'
import { QueuePanel } from '../features/queue/queue-panel.tsx'
import type { Acts } from './use-acts.ts'

type QueueRoomProps = {
  seen: readonly Generation[]
  onOpen: (id: string) => void
  onClose: () => void
  acts: Acts
}

/** The queue with what is told of it while nobody looks. */
export const QueueRoom = ({ acts, ...props }: QueueRoomProps) => (
  <QueuePanel
    {...props}
    onReuse={({ seq }) => acts.run('reuse', [seq])}
    foot={<NoticeSettings />}
  />
)
