import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import type { Mend } from './mends.ts'
import { useDraft } from './use-draft.ts'

type ReasonLineProps = {
  id: string
  tone: 'bad' | 'warn'
  text: string
  mends?: readonly Mend[]
  onMended?: () => void
}

/** Why a field stands in the way, with the ways out as buttons. */
export function ReasonLine({ id, tone, text, mends = [], onMended }: ReasonLineProps) {
  const { change } = useDraft()
  return (
    <div className="grid gap-2">
      <Reason id={id} tone={tone} text={text} />
      {mends.length > 0 && (
        <div className="flex flex-wrap gap-1 pl-[22px]">
          {mends.map(({ label, draft }) => (
            <Button
              key={label}
              onClick={() => {
                change(draft)
                onMended?.()
              }}
              className="h-7 px-2 text-dense"
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
