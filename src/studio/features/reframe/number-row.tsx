import { type KeyboardEvent, useId, useState } from 'react'
import type { SourcePosition } from '#contract/video-reframe.ts'
import { Reason } from '../../ui/reason.tsx'
import type { Flight } from './flight.ts'
import { numberText, stepped } from './number-text.ts'
import { toldPosition } from './told-position.ts'
import { type Field, fieldName, typedPosition, type Unit } from './typed-position.ts'
import { useMoving } from './use-moving.ts'
import type { Terms } from './whole-size.ts'

export type ReasonText = { tone: 'bad' | 'warn'; text: string }

type NumberRowProps = {
  field: Field
  flight: Flight
  position: SourcePosition
  terms: Terms
  said: ReasonText | undefined
  onPosition: (next: SourcePosition) => void
}

/** `over`: the position it was typed over; typed text does not outlive it. */
type Typing = { unit: Unit; text: string; over: string }

const names = { x: 'Left', y: 'Top', w: 'Width', h: 'Height' }
const steps = { px: 1, norm: 0.001 }

/** One edge or side in pixels and in units of the canvas, with the reason where it cannot be so. */
export function NumberRow({ field, flight, position, terms, said, onPosition }: NumberRowProps) {
  const id = useId()
  const [typing, setTyping] = useState<Typing | null>(null)
  const moving = useMoving(flight)
  const over = JSON.stringify(position)
  const shown = moving ? toldPosition(moving.rectangle, terms.canvas) : position
  const typed = typing?.over === over && !moving ? typing : null
  const result = typed && typedPosition(position, field, typed.unit, typed.text, terms)
  const reason: ReasonText | undefined =
    result && 'reason' in result ? { tone: 'bad', text: result.reason } : said
  const textOf = (unit: Unit) =>
    typed?.unit === unit ? typed.text : numberText(shown, field, unit, terms.canvas)

  const take = (unit: Unit, text: string) => {
    if (text === numberText(position, field, unit, terms.canvas)) return setTyping(null)
    const next = typedPosition(position, field, unit, text, terms)
    if ('reason' in next) return setTyping({ unit, text, over })
    setTyping(null)
    return onPosition(next.position)
  }
  const onKeyDown = (unit: Unit) => (event: KeyboardEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget
    if (event.key === 'Enter') take(unit, value)
    else if (event.key === 'Escape' && typed) setTyping(null)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const by = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1)
      take(unit, stepped(value, by * steps[unit]))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="grid grid-cols-[1rem_1fr_1fr] items-center gap-x-2 gap-y-1">
      <span aria-hidden className="text-dense text-quiet" title={names[field]}>
        {field}
      </span>
      {(['px', 'norm'] as const).map((unit) => (
        <input
          key={unit}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={unit === 'px' ? `${field}, pixels` : fieldName(field, unit)}
          aria-invalid={(reason?.tone === 'bad' && (!typed || typed.unit === unit)) || undefined}
          aria-describedby={reason ? `${id}-reason` : undefined}
          value={textOf(unit)}
          onChange={(event) => setTyping({ unit, text: event.target.value, over })}
          onKeyDown={onKeyDown(unit)}
          onBlur={(event) => typed && take(unit, event.target.value)}
          className="h-7 w-full min-w-0 rounded-sm border border-line bg-page px-2 text-right text-dense text-ink tabular-nums hover:border-edge aria-invalid:border-bad max-md:h-10"
        />
      ))}
      {reason && (
        <div className="col-span-3">
          <Reason id={`${id}-reason`} {...reason} />
        </div>
      )}
    </div>
  )
}
