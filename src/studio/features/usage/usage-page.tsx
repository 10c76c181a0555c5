import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Find } from '#contract/find.ts'
import type { World } from '#contract/generation.ts'
import { healthQuery } from '../../api/health.ts'
import { usageCsvHref, usageReportQuery } from '../../api/usage-report.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { buttonLook } from '../../ui/button-look.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { UsageEmpty } from './usage-empty.tsx'
import { UsageReportView } from './usage-report-view.tsx'

type UsagePageProps = { onClose: () => void; onFind: (find: Find) => void }

const periods = ['7', '30', '90', '365'].map((value) => ({ value, label: `${value} days` }))
const worlds = [
  { value: 'luma', label: 'Luma' },
  { value: 'local', label: 'Local engine' },
] as const

/** What was spent, laid over the wall. */
export function UsagePage({ onClose, onFind }: UsagePageProps) {
  const { data: health } = useQuery(healthQuery())
  const [days, setDays] = useState('30')
  const [chosen, setChosen] = useState<World | null>(null)
  const world = chosen ?? health?.engine ?? 'luma'
  const scope = { world, days: Number(days) }
  const { data: report, error } = useQuery({
    ...usageReportQuery(scope),
    enabled: chosen !== null || health !== undefined,
  })
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus({ preventScroll: true }), [])
  useShortcuts(['detail'], { back: onClose })
  return (
    <section
      ref={region}
      aria-label="Usage"
      tabIndex={-1}
      className="flex h-full flex-col bg-page outline-none"
    >
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b bg-panel px-2 py-2">
        <IconButton label="Back to the wall" icon={ArrowLeft} onClick={onClose} />
        <h2 className="text-title font-semibold">Usage</h2>
        <span className="flex-1" />
        <Segmented label="World" segments={worlds} value={world} onChange={setChosen} />
        <Segmented label="Period" segments={periods} value={days} onChange={setDays} />
        <a href={usageCsvHref(scope)} download className={buttonLook('plain')}>
          <Download size={14} aria-hidden />
          CSV
        </a>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[1040px] p-6 max-md:p-4">
          {error && (
            <div role="alert">
              <Reason id="usage-problem" tone="bad" text={error.message} />
            </div>
          )}
          {report && report.total.generations > 0 && (
            <UsageReportView report={report} onFind={onFind} />
          )}
          {report && report.total.generations === 0 && (
            <UsageEmpty
              world={report.world}
              onOther={() => setChosen(report.world === 'luma' ? 'local' : 'luma')}
            />
          )}
        </div>
      </div>
    </section>
  )
}
