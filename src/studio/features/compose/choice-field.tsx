import { useId } from 'react'
import { type Choice, ChoiceGroup } from '../../ui/choice-group.tsx'
import { Reason } from '../../ui/reason.tsx'
import { useReasonAt } from './reasons-context.ts'
import { settingFit } from './setting-fit.ts'
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
  const own = useReasonAt(path)
  const id = useId()
  const { unavailable, clash } = settingFit(draft, path, choices)
  const reason = own ?? (clash ? { tone: 'bad' as const, text: clash } : undefined)
  return (
    <div data-field={path} className="grid gap-2">
      <ChoiceGroup
        label={label}
        columns={columns}
        value={String(valueAt(draft, path) ?? '')}
        onChange={(value) => choose(path, value)}
        choices={choices.map((choice) => ({
          ...choice,
          unavailable: unavailable.get(choice.value),
        }))}
        describedBy={reason ? `${id}-reason` : fact ? `${id}-fact` : undefined}
        isInvalid={reason?.tone === 'bad'}
      />
      {reason && <Reason id={`${id}-reason`} {...reason} />}
      {fact && (
        <p id={`${id}-fact`} className="text-dense text-quiet">
          {fact}
        </p>
      )}
    </div>
  )
}
