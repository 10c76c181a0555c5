import { type LucideIcon, Send, Undo2 } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { Generation } from '#contract/generation.ts'
import type { HeldDecision } from '../../api/decide-held.ts'
import { useHeldDecision } from '../../api/use-held-decision.ts'

type HeldActsProps = { record: Generation; isReachable: boolean }

const acts: { act: HeldDecision['act']; label: string; icon: LucideIcon; look: string }[] = [
  { act: 'send', label: 'Send anyway', icon: Send, look: 'border border-line bg-raised' },
  { act: 'withdraw', label: 'Take back', icon: Undo2, look: 'text-quiet hover:text-ink' },
]

/** Send it anyway, or take it back: at the foot of a tile that waits. */
export function HeldActs({ record, isReachable }: HeldActsProps) {
  const { decide, problem } = useHeldDecision(record)
  const press = (act: HeldDecision['act']) => (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest('li')?.querySelector<HTMLElement>('[data-item]')?.focus()
    decide(act)
  }
  return (
    <div className="@container absolute inset-x-0 bottom-0 max-md:hidden">
      {problem && (
        <p role="alert" className="bg-panel px-3 text-dense text-bad">
          {problem}
        </p>
      )}
      <div className="flex gap-1 px-3 pb-2 @max-[130px]:px-2">
        {acts.map(({ act, label, icon: Icon, look }) => (
          <button
            key={act}
            type="button"
            aria-label={label}
            title={label}
            tabIndex={isReachable ? 0 : -1}
            onClick={press(act)}
            className={`flex h-8 min-w-8 items-center justify-center gap-2 rounded px-2 text-dense whitespace-nowrap transition-colors hover:bg-lifted ${look}`}
          >
            <Icon size={14} aria-hidden />
            <span className="@max-[210px]:hidden">{label}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
