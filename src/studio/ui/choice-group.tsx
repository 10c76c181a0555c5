import type { ReactNode } from 'react'
import { useId } from 'react'

export type Choice = {
  value: string
  label: string
  /** A drawing above the label. */
  drawing?: ReactNode
  /** A second, quieter line. */
  note?: string
  /** Why it does not go with the rest as it is; pressing it then only asks. */
  unavailable?: string | undefined
}

type ChoiceGroupProps = {
  label: string
  choices: readonly Choice[]
  value: string
  onChange: (value: string) => void
  /** Pressed although it is unavailable. */
  onRefused?: (value: string) => void
  columns: number
  describedBy?: string | undefined
  isInvalid?: boolean
  isLabelHidden?: boolean
}

/** One of a few, all of them in sight: native radio buttons, so the arrow keys are the browser's. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { label, choices, value, onChange, onRefused, columns } = props
  const { describedBy, isInvalid, isLabelHidden } = props
  const id = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
    >
      <div id={`${id}-label`} className={isLabelHidden ? 'sr-only' : 'mb-2 text-dense text-quiet'}>
        {label}
      </div>
      <div
        className="grid auto-rows-fr gap-1"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {choices.map((choice) => (
          <ChoiceOption
            key={choice.value}
            name={id}
            choice={choice}
            isChosen={choice.value === value}
            isInvalid={isInvalid ?? false}
            onChoose={() =>
              choice.unavailable === undefined ? onChange(choice.value) : onRefused?.(choice.value)
            }
          />
        ))}
      </div>
    </div>
  )
}

type ChoiceOptionProps = {
  name: string
  choice: Choice
  isChosen: boolean
  isInvalid: boolean
  onChoose: () => void
}

function ChoiceOption({ name, choice, isChosen, isInvalid, onChoose }: ChoiceOptionProps) {
  const { value, label, drawing, note, unavailable } = choice
  const id = `${name}-${value}`
  const chosen = isInvalid ? 'border-bad bg-raised' : 'border-accent bg-lifted'
  const rest = unavailable
    ? 'border-dashed border-edge hover:bg-raised'
    : 'border-transparent bg-raised hover:bg-lifted'
  return (
    <label
      title={unavailable}
      className={`relative flex min-h-8 flex-col items-center justify-center rounded border px-1 py-1 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:min-h-10 ${isChosen ? chosen : rest}`}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={isChosen}
        onChange={onChoose}
        aria-label={label}
        aria-disabled={unavailable !== undefined && !isChosen ? true : undefined}
        aria-describedby={unavailable || note ? `${id}-note` : undefined}
        className="absolute inset-0 appearance-none opacity-0"
      />
      {drawing && <span className={unavailable ? 'opacity-40' : ''}>{drawing}</span>}
      <span aria-hidden className={`text-dense ${unavailable ? 'text-quiet' : 'text-ink'}`}>
        {label}
      </span>
      {note && (
        <span aria-hidden className="text-mark text-quiet">
          {note}
        </span>
      )}
      {(unavailable || note) && (
        <span id={`${id}-note`} className="sr-only">
          {[note, unavailable].filter(Boolean).join('. ')}
        </span>
      )}
    </label>
  )
}
