import { Reason } from '../../ui/reason.tsx'

type TimelineReason = { id: string; tone: 'bad' | 'warn'; text: string }

type ReasonListProps = { reasons: readonly TimelineReason[] }

/** Why anchors cannot stay as they are. */
export function ReasonList({ reasons }: ReasonListProps) {
  if (reasons.length === 0) return null
  return (
    <div className="max-h-20 shrink-0 overflow-y-auto border-t bg-panel px-3 py-1.5">
      {reasons.map(({ id, tone, text }) => (
        <Reason key={id} id={id} tone={tone} text={text} />
      ))}
    </div>
  )
}
