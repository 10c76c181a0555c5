import { useId, useState } from 'react'
import { type Choice, ChoiceGroup } from '../../ui/choice-group.tsx'
import { useCompose, useReasonAt } from './compose-context.tsx'
import { ReasonLine } from './reason-line.tsx'
import { obstaclesTo } from './setting-fit.ts'
import { type SettingPath, valueAt } from './setting.ts'
import { useDraft } from './use-draft.ts'

type ChoiceFieldProps = {
  path: SettingPath
  label: string
  choices: readonly Choice[]
  columns: number
  /** A fact about what is chosen. */
  fact?: string | undefined
}

/** A setting of the draft with the rules that speak about it. */
export function ChoiceField({ path, label, choices, columns, fact }: ChoiceFieldProps) {
  const { draft, choose } = useDraft()
  const { factsOf } = useCompose()
  const own = useReasonAt(path)
  const [asked, setAsked] = useState<string | null>(null)
  const id = useId()
  const value = String(valueAt(draft, path) ?? '')
  const obstacles = obstaclesTo(
    draft,
    path,
    choices.map((choice) => choice.value),
    factsOf,
  )
  const inTheWay = asked !== null && asked !== value ? obstacles.get(asked) : undefined
  const reason = inTheWay ? { tone: 'warn' as const, ...inTheWay } : own
  return (
    <div data-field={path} className="grid gap-2">
      <ChoiceGroup
        label={label}
        columns={columns}
        value={value}
        onChange={(next) => {
          setAsked(null)
          choose(path, next)
        }}
        onRefused={setAsked}
        choices={choices.map((choice) => ({
          ...choice,
          unavailable: obstacles.get(choice.value)?.text,
        }))}
        describedBy={reason ? `${id}-reason` : fact ? `${id}-fact` : undefined}
        isInvalid={own?.tone === 'bad'}
      />
      <div aria-live="polite" className="empty:-mt-2">
        {reason && <ReasonLine id={`${id}-reason`} {...reason} onMended={() => setAsked(null)} />}
      </div>
      {fact && (
        <p id={`${id}-fact`} className="text-dense text-quiet">
          {fact}
        </p>
      )}
    </div>
  )
}
