import type { ReactNode } from 'react'

type JobSectionProps = { title: string; count: number; children: ReactNode }

/** Jobs that stand alike, under one heading; nothing where there are none. */
export function JobSection({ title, count, children }: JobSectionProps) {
  if (!count) return null
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-3 shrink-0 border-b px-4 py-3">
      <h3 className="flex justify-between text-dense text-quiet">
        {title}
        <span className="tabular-nums">{count}</span>
      </h3>
      {children}
    </section>
  )
}
