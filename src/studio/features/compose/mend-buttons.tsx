import { Button } from '../../ui/button.tsx'
import type { Mend } from './mends.ts'
import { useDraft } from './use-draft.ts'

type MendButtonsProps = { mends: readonly Mend[]; onMended?: (() => void) | undefined }

/** The ways out of a breach, each one press away. */
export function MendButtons({ mends, onMended }: MendButtonsProps) {
  const { change } = useDraft()
  if (!mends.length) return null
  return (
    <div className="flex flex-wrap gap-1 pl-[22px]">
      {mends.map(({ label, draft }) => (
        <Button
          key={label}
          onClick={() => {
            change(draft)
            onMended?.()
          }}
          className="h-7 px-2 text-dense max-md:h-10"
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
