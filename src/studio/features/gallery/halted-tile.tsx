import { CircleAlert, CircleHelp } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { lostWords } from '../../lib/lost-words.ts'
import { stateWords } from '../../lib/state-words.ts'

type HaltedTileProps = { record: Generation }

/** A job without a picture: what it was to be, and why there is none. */
export function HaltedTile({ record }: HaltedTileProps) {
  const isLost = record.state === 'unknown'
  const Icon = isLost ? CircleHelp : CircleAlert
  const why = isLost
    ? lostWords(record.world)
    : (record.failure_reason ?? record.failure_code ?? 'No reason was given.')
  return (
    <span className="@container absolute inset-0 flex flex-col justify-between overflow-hidden bg-panel">
      <span className="line-clamp-3 m-3 hyphens-auto wrap-anywhere mb-0 text-body text-quiet @max-[130px]:m-2 @max-[130px]:text-dense">
        {record.request.prompt}
      </span>
      <span
        className={`m-3 flex gap-2 text-dense @max-[130px]:m-2 @max-[130px]:flex-col @max-[130px]:gap-1 ${isLost ? 'text-warn' : 'text-bad'}`}
      >
        <Icon size={14} aria-hidden className="mt-px shrink-0" />
        <span className="line-clamp-5">{isLost ? why : `${stateWords(record.state)}. ${why}`}</span>
      </span>
    </span>
  )
}
