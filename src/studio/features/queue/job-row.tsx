import type { ReactNode } from 'react'
import type { Generation } from '#contract/generation.ts'
import { kindWords } from '../../lib/kind-words.ts'
import { startOf } from '../../lib/start-of.ts'
import { AnchorThumb } from './anchor-thumb.tsx'

type JobRowProps = {
  record: Generation
  onOpen: (id: string) => void
  /** Before the picture. */
  handle?: ReactNode
  /** At the right. */
  acts?: ReactNode
  /** What is to be said of it, below its words. */
  children: ReactNode
}

/** One job in a list: its picture, its words, how it stands, what can be done. */
export function JobRow({ record, onOpen, handle, acts, children }: JobRowProps) {
  const { id, request, set } = record
  const words = startOf(request.prompt, 120)
  const place = set ? `, ${set.position} of ${set.size}` : ''
  return (
    <div className="flex items-start gap-2">
      {handle}
      <AnchorThumb record={record} />
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-1">
          <button
            type="button"
            title={words}
            onClick={() => onOpen(id)}
            className="block min-w-0 flex-1 rounded-sm text-left hover:underline max-md:min-h-6"
          >
            <span className="sr-only">{`${kindWords(request.type)}${place}: `}</span>
            <span className="block truncate">{words}</span>
          </button>
          {acts}
        </div>
        <div className="grid grid-cols-1 gap-1 text-dense text-quiet tabular-nums">{children}</div>
      </div>
    </div>
  )
}
