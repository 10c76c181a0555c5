import type { ReactNode } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'

export type Fact = { label: string; value: ReactNode; copy?: string }

type FactListProps = { facts: readonly Fact[] }

/** Names at the left, values at the right, the copyable ones with a button. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="grid grid-cols-[84px_1fr] gap-x-3 gap-y-1 text-dense">
      {facts.map(({ label, value, copy }) => (
        <div key={label} className="contents">
          <dt className="py-0.5 text-quiet">{label}</dt>
          <dd className="flex min-w-0 items-start justify-between gap-1">
            <span className="min-w-0 py-0.5 [overflow-wrap:anywhere]">{value}</span>
            {copy && <CopyButton what={label.toLowerCase()} text={copy} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
