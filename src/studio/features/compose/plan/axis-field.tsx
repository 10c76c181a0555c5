import { Check, X } from 'lucide-react'
import { useId } from 'react'
import type { Draft } from '#contract/draft.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import type { SettingPath } from '../setting.ts'
import { type AxisChoice, valueOf } from './axes.ts'
import type { Axis } from './plan.ts'
import { settingWords, valueWords } from './setting-words.ts'

type AxisFieldProps = {
  draft: Draft
  axis: Axis
  /** This setting and those that are not compared yet. */
  choices: readonly AxisChoice[]
  ordinal: string
  onChange: (axis: Axis) => void
  onRemove: () => void
}

/** One compared setting: which, and which of its values. */
export function AxisField({ draft, axis, choices, ordinal, onChange, onRemove }: AxisFieldProps) {
  const id = useId()
  const path = axis.path as SettingPath
  const { one } = settingWords(path)
  const options = choices.find((choice) => choice.path === axis.path)?.values ?? []
  const own = valueOf(draft, path)

  const toggle = (value: string) => {
    const isOn = axis.values.includes(value)
    const values = options.filter((option) =>
      option === value ? !isOn : axis.values.includes(option),
    )
    if (values.length) onChange({ path, values })
  }

  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between">
        <select
          aria-label={`${ordinal} setting to compare`}
          value={axis.path}
          onChange={(event) => {
            const next = event.target.value as SettingPath
            onChange({ path: next, values: [valueOf(draft, next)] })
          }}
          className="h-7 rounded border border-line bg-raised px-2 max-md:h-10"
        >
          {choices.map((choice) => (
            <option key={choice.path} value={choice.path}>
              {settingWords(choice.path).one}
            </option>
          ))}
        </select>
        <IconButton
          label={`Do not compare ${one.toLowerCase()}`}
          icon={X}
          onClick={onRemove}
          className="size-7"
        />
      </div>
      <fieldset
        aria-label={`${one} values`}
        aria-describedby={`${id}-own`}
        className="flex flex-wrap gap-1"
      >
        {options.map((value) => {
          const isOn = axis.values.includes(value)
          return (
            <label
              key={value}
              className={`relative flex h-7 items-center gap-1 rounded border px-2 text-dense has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:h-10 ${isOn ? 'border-accent bg-lifted text-ink' : 'border-transparent bg-raised text-quiet hover:bg-lifted hover:text-ink'}`}
            >
              <input
                type="checkbox"
                checked={isOn}
                onChange={() => toggle(value)}
                className="absolute inset-0 appearance-none opacity-0"
              />
              {isOn && <Check size={12} aria-hidden />}
              {valueWords(path, value)}
            </label>
          )
        })}
      </fieldset>
      {!axis.values.includes(own) && (
        <p id={`${id}-own`} className="text-dense text-quiet">
          {valueWords(path, own)}, as chosen above, is not among them.
        </p>
      )}
    </div>
  )
}
