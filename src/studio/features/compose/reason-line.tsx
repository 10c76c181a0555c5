import { Reason } from '../../ui/reason.tsx'
import { MendButtons } from './mend-buttons.tsx'
import type { Mend } from './mends.ts'

type ReasonLineProps = {
  id: string
  tone: 'bad' | 'warn'
  text: string
  mends?: readonly Mend[]
  onMended?: () => void
}

/** Why a field stands in the way, with the ways out. */
export function ReasonLine({ id, tone, text, mends = [], onMended }: ReasonLineProps) {
  return (
    <div className="grid gap-2">
      <Reason id={id} tone={tone} text={text} />
      <MendButtons mends={mends} onMended={onMended} />
    </div>
  )
}
