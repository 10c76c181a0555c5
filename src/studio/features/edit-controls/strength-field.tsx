import { useId, useState } from 'react'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { rangeLook } from './range-look.ts'
import type { ReasonAt } from './reason-at.ts'
import {
  restingStrength,
  stepOf,
  type Strength,
  strengthAt,
  strengthThirds,
  strengthWords,
} from './strength-steps.ts'
import { useRestingRange } from './use-resting-range.ts'

type StrengthFieldProps = {
  value: Strength | undefined
  onChange: (value: Strength | undefined) => void
  /** Steered by something else: nothing can be set. */
  isIdle: boolean
  reasonAt: ReasonAt
}

const path = 'video.edit.strength'
const choosers = [
  { value: 'model', label: 'Model’s choice' },
  { value: 'set', label: 'Set' },
] as const

/** Nine steps in three thirds, or the model's choice. */
export function StrengthField({ value, onChange, isIdle, reasonAt }: StrengthFieldProps) {
  const id = useId()
  const [last, setLast] = useState<Strength>(restingStrength)
  const choose = (next: Strength | undefined) => {
    if (value) setLast(value)
    onChange(next)
  }
  const { shown, range } = useRestingRange({
    value: value && stepOf(value),
    rest: stepOf(last),
    onChoose: (step) => choose(strengthAt(step)),
  })
  const words = shown === undefined ? null : strengthWords(strengthAt(shown))
  const reason = reasonAt(path)
  return (
    <div data-field={path} className="grid gap-1">
      <div className="flex items-center justify-between">
        <span className="text-dense text-ink">Strength</span>
        <Segmented
          isDense
          label="Strength chosen by"
          segments={choosers}
          value={value ? 'set' : 'model'}
          onChange={(by) => choose(by === 'set' ? last : undefined)}
        />
      </div>
      <input
        type="range"
        aria-label="Strength"
        aria-valuetext={words ? `${words.name}. ${words.does}` : 'Model’s choice'}
        aria-describedby={reason && `${id}-reason`}
        aria-invalid={reason?.tone === 'bad' || undefined}
        min={0}
        max={8}
        step={1}
        className={rangeLook(words !== null)}
        {...range}
      />
      <StrengthScale step={shown} />
      <p aria-hidden className="min-h-8 text-dense text-quiet">
        {words ? (
          <>
            <span className="text-ink">{words.name}</span> {words.does}
          </>
        ) : (
          `The model chooses how far to go.${isIdle ? '' : ' Move the slider to set it.'}`
        )}
      </p>
      {reason && <Reason id={`${id}-reason`} {...reason} />}
    </div>
  )
}

/** The ticks under the slider: the thumb's middle runs from 6 px to 6 px before the end. */
function StrengthScale({ step }: { step: number | undefined }) {
  const third = step === undefined ? -1 : Math.floor(step / 3)
  return (
    <div aria-hidden className="mx-1.5 -mt-1 flex max-md:-mt-3 justify-between">
      {strengthThirds.map((name, at) => (
        <div key={name} className="w-1/4">
          <div
            className={`h-1.5 border-x border-b ${at === third ? 'border-ink' : 'border-edge'}`}
          />
          <div
            className={`pt-0.5 text-center text-mark ${at === third ? 'text-ink' : 'text-quiet'}`}
          >
            {name}
          </div>
        </div>
      ))}
    </div>
  )
}
