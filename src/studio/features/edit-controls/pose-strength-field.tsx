import { useId } from 'react'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { ControlFields } from './edit-changes.ts'
import type { ReasonAt } from './reason-at.ts'

type PoseStrength = NonNullable<ControlFields['strength']>

type PoseStrengthFieldProps = {
  value: PoseStrength | undefined
  onChange: (value: PoseStrength | undefined) => void
  reasonAt: ReasonAt
}

const path = 'video.edit.controls.pose.strength'
const choices: { value: PoseStrength | 'model'; label: string }[] = [
  { value: 'model', label: 'Model’s' },
  { value: 'precise', label: 'Precise' },
  { value: 'coarse', label: 'Coarse' },
]

/** How closely bodies are followed. */
export function PoseStrengthField({ value, onChange, reasonAt }: PoseStrengthFieldProps) {
  const id = useId()
  const reason = reasonAt(path)
  return (
    <div data-field={path} className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <span className="text-dense text-quiet">Strength</span>
        <Segmented
          isDense
          label="Pose strength"
          segments={choices}
          value={value ?? 'model'}
          onChange={(next) => onChange(next === 'model' ? undefined : next)}
          describedBy={reason && `${id}-reason`}
          isInvalid={reason?.tone === 'bad'}
        />
      </div>
      {reason && <Reason id={`${id}-reason`} {...reason} />}
    </div>
  )
}
