import { CirclePause } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { holdWords } from '../../lib/hold-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { SetPlace } from './set-place.tsx'

type HeldTileProps = { record: Generation }

/** A job that waits: its words, why it waits, and for whom. The acts stand below. */
export function HeldTile({ record }: HeldTileProps) {
  const { why, next } = holdWords(record, useNow())
  return (
    <span className="@container absolute inset-0 flex flex-col justify-between overflow-hidden bg-panel pb-11 max-md:pb-0">
      <span className="line-clamp-2 group-data-choosing/tile:indent-6 m-3 mb-0 text-body hyphens-auto wrap-anywhere text-quiet @max-[130px]:m-2 @max-[130px]:text-dense">
        {record.request.prompt}
      </span>
      <span className="m-3 mb-1 grid gap-1 text-dense max-md:mb-3 @max-[130px]:m-2">
        <span className="flex gap-2 text-warn">
          <CirclePause size={14} aria-hidden className="mt-px shrink-0 @max-[130px]:hidden" />
          <span className="line-clamp-4">{why}</span>
        </span>
        <span className="flex flex-wrap items-center gap-x-2 text-quiet tabular-nums">
          <SetPlace set={record.set} />
          {record.held?.until && <span>{next}</span>}
        </span>
      </span>
    </span>
  )
}
