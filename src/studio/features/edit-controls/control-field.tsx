import { useId } from 'react'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { AmountField } from './amount-field.tsx'
import type { ControlSign } from './control-signs.ts'
import { type ControlFields, controlState, enabledOf } from './edit-changes.ts'
import { PoseStrengthField } from './pose-strength-field.tsx'
import type { ReasonAt } from './reason-at.ts'

type ControlFieldProps = {
  sign: ControlSign
  value: ControlFields | undefined
  onChange: (change: ControlFields) => void
  /** Steered by something else: only what was set is shown, and nothing can be. */
  isIdle: boolean
  reasonAt: ReasonAt
}

const states = [
  { value: 'model', label: 'Model’s choice' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

/** One signal: the model's choice, on or off, and how much of it. */
export function ControlField({ sign, value, onChange, isIdle, reasonAt }: ControlFieldProps) {
  const { signal, label, holds, amount } = sign
  const id = useId()
  const path = `video.edit.controls.${signal}`
  const state = controlState(value)
  const set = amount ? value?.[amount.field] : value?.strength
  const hasAmount = set !== undefined || (state !== 'off' && !isIdle)
  const reason = reasonAt(path) ?? reasonAt(`${path}.enabled`)
  return (
    <div data-field={path} className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <div className="min-w-0">
          <div className="text-dense text-ink">{label}</div>
          <p id={`${id}-holds`} className="text-mark text-quiet">
            {holds}
          </p>
        </div>
        <Segmented
          isDense
          label={label}
          segments={states}
          value={state}
          onChange={(next) => onChange({ enabled: enabledOf(next) })}
          describedBy={`${id}-holds${reason ? ` ${id}-reason` : ''}`}
          isInvalid={reason?.tone === 'bad'}
        />
      </div>
      {reason && <Reason id={`${id}-reason`} {...reason} />}
      {hasAmount && amount && (
        <AmountField
          path={`${path}.${amount.field}`}
          name={`${label} ${amount.label.toLowerCase()}`}
          label={amount.label}
          note={state === 'off' ? `No effect while ${signal} is off.` : amount.more}
          value={value?.[amount.field]}
          onChange={(next) => onChange({ [amount.field]: next })}
          reasonAt={reasonAt}
        />
      )}
      {hasAmount && signal === 'pose' && (
        <PoseStrengthField
          value={value?.strength}
          onChange={(strength) => onChange({ strength })}
          reasonAt={reasonAt}
        />
      )}
    </div>
  )
}
