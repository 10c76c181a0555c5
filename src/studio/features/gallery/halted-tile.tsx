import { CircleAlert, CircleHelp, type LucideIcon, Undo2 } from 'lucide-react'
import { type Generation, withdrawnCode } from '#contract/generation.ts'
import { lostWords } from '../../lib/lost-words.ts'
import { stateWords } from '../../lib/state-words.ts'
import { SetPlace } from './set-place.tsx'

type HaltedTileProps = { record: Generation }

type Halt = { icon: LucideIcon; tone: string; words: string }

function haltOf({ state, world, failure_code, failure_reason }: Generation): Halt {
  if (state === 'unknown') return { icon: CircleHelp, tone: 'text-warn', words: lostWords(world) }
  const why = failure_reason ?? failure_code ?? 'No reason was given.'
  if (failure_code === withdrawnCode) return { icon: Undo2, tone: 'text-quiet', words: why }
  return { icon: CircleAlert, tone: 'text-bad', words: `${stateWords(state)}. ${why}` }
}

/** A job without a picture: what it was to be, and why there is none. */
export function HaltedTile({ record }: HaltedTileProps) {
  const { icon: Icon, tone, words } = haltOf(record)
  return (
    <span className="@container absolute inset-0 flex flex-col justify-between overflow-hidden bg-panel">
      <span className="line-clamp-3 m-3 hyphens-auto wrap-anywhere mb-0 text-body text-quiet @max-[130px]:m-2 @max-[130px]:text-dense">
        {record.request.prompt}
      </span>
      <span
        className={`m-3 flex gap-2 text-dense @max-[130px]:m-2 @max-[130px]:flex-col @max-[130px]:gap-1 ${tone}`}
      >
        <Icon size={14} aria-hidden className="mt-px shrink-0" />
        <span className="line-clamp-5 flex-1">{words}</span>
        <span className="self-end text-quiet">
          <SetPlace set={record.set} />
        </span>
      </span>
    </span>
  )
}
