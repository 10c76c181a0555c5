import type { ReactNode } from 'react'
import type { Generation } from '#contract/generation.ts'
import type { Act } from '../../lib/act.ts'
import { keyNames } from '../../lib/key-names.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { ActList } from '../../ui/act-list.tsx'
import { buttonLook } from '../../ui/button-look.ts'
import { KeyCaps } from '../../ui/key-caps.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FactList } from './fact-list.tsx'
import { fileFacts, jobFacts } from './facts-of.ts'

type FactsPanelProps = {
  record: Generation
  acts: readonly Act[]
  actsFoot?: ReactNode
  marks?: ReactNode
  lineage?: ReactNode
  /** Where an output is downloaded from, counted from 0. */
  hrefOf: (output: number) => string
  onTakeAway: () => void
}

/** Everything known of a generation, the things to do with it first. */
export function FactsPanel(props: FactsPanelProps) {
  const { record, acts, actsFoot, marks, lineage, hrefOf, onTakeAway } = props
  const { request, outputs, understood, sent } = record
  const [main] = outputs
  const json = sent === undefined ? '' : JSON.stringify(sent, null, 2)
  return (
    <section
      aria-label="Facts"
      className="w-80 shrink-0 divide-y overflow-y-auto border-l bg-panel max-xl:w-full max-xl:overflow-visible max-xl:border-t max-xl:border-l-0"
    >
      <div className="grid gap-1 p-4">
        <ActList label="Go on from here" acts={acts} />
        {actsFoot}
        {main && (
          <>
            <a href={hrefOf(0)} download className={`${buttonLook('plain')} justify-between!`}>
              Download
              <span aria-hidden>
                <KeyCaps keys={keyNames(shortcuts.download.keys[0])} />
              </span>
            </a>
            <button
              type="button"
              onClick={onTakeAway}
              className="h-8 justify-self-start rounded px-1 text-dense text-quiet hover:text-ink max-md:h-10"
            >
              File name and metadata…
            </button>
          </>
        )}
      </div>
      {marks}
      {lineage}
      <Section title="Prompt" act={<CopyButton what="prompt" text={request.prompt} />}>
        <p className="max-h-60 overflow-y-auto [overflow-wrap:anywhere] whitespace-pre-wrap">
          {request.prompt}
        </p>
      </Section>
      {outputs.map((item, index) => (
        <Section
          key={item.sha256}
          title="Result"
          act={
            item !== main && (
              <a href={hrefOf(index)} download className="text-dense underline underline-offset-2">
                Download
              </a>
            )
          }
        >
          <FactList facts={fileFacts(item)} />
        </Section>
      ))}
      <Section title="Job">
        <FactList facts={jobFacts(record)} />
      </Section>
      {understood && (
        <Section title="What the local engine understood">
          <FactList facts={understood.facts} />
          {understood.not_understood.length > 0 && (
            <p className="text-dense text-quiet">
              Not understood: {understood.not_understood.join(', ')}
            </p>
          )}
        </Section>
      )}
      {json && (
        <Section title="Request as sent" act={<CopyButton what="request" text={json} />}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
          <pre tabIndex={0} className="max-h-80 overflow-auto rounded bg-page p-3 text-dense">
            {json}
          </pre>
        </Section>
      )}
    </section>
  )
}

type SectionProps = { title: string; act?: ReactNode; children: ReactNode }

function Section({ title, act, children }: SectionProps) {
  return (
    <section className="grid gap-2 p-4">
      <div className="flex h-6 items-center justify-between">
        <h3 className="text-dense font-semibold">{title}</h3>
        {act}
      </div>
      {children}
    </section>
  )
}
