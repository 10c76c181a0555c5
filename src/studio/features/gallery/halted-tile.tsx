import { CircleAlert, CircleHelp, Undo2 } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { failureWords } from '../../lib/failure-words.ts'
import { SetPlace } from './set-place.tsx'

type HaltedTileProps = { record: Generation }

const signs = { quiet: Undo2, warn: CircleHelp, bad: CircleAlert } as const
const tones = { quiet: 'text-quiet', warn: 'text-warn', bad: 'text-bad' } as const

/** A job without a picture: what it was to be, and why there is none. */
export function HaltedTile({ record }: HaltedTileProps) {
  const { says, next, told, tone } = failureWords(record)
  const Icon = signs[tone]
  return (
    <span className="@container absolute inset-0 flex flex-col justify-between overflow-hidden bg-panel">
      <span className="line-clamp-3 group-data-choosing/tile:indent-6 m-3 hyphens-auto wrap-anywhere mb-0 text-body text-quiet @max-[130px]:m-2 @max-[130px]:text-dense">
        {record.request.prompt}
      </span>
      <span
        className={`m-3 flex gap-2 text-dense @max-[130px]:m-2 @max-[130px]:flex-col @max-[130px]:gap-1 ${tones[tone]}`}
      >
        <Icon size={14} aria-hidden className="mt-px shrink-0" />
        <span className="line-clamp-5 flex-1">{`${says} ${told ?? next}`}</span>
        <span className="self-end text-quiet">
          <SetPlace set={record.set} />
        </span>
      </span>
    </span>
  )
}
