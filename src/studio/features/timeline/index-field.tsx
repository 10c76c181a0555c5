import { type Ref, useId, useState } from 'react'
import { Reason } from '../../ui/reason.tsx'
import { typedFrame } from './typed-frame.ts'

type IndexFieldProps = {
  ref: Ref<HTMLInputElement>
  frame: number | null
  others: ReadonlySet<number>
  grid: { last: number; fps: number }
  onFrame: (frame: number) => void
  onLeave: () => void
}

/** The frame of the selected anchor, as a number to be typed. */
export function IndexField({ ref, frame, others, grid, onFrame, onLeave }: IndexFieldProps) {
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const rest = () => {
    setText(null)
    setError(null)
  }
  const commit = () => {
    if (text === null || frame === null) return true
    const typed = typedFrame(text, frame, others, grid)
    if ('error' in typed) {
      setError(typed.error)
      return false
    }
    rest()
    onFrame(typed.frame)
    return true
  }
  return (
    <div className="relative flex items-center gap-2">
      <label htmlFor={id} className="text-dense text-quiet">
        Frame
      </label>
      <input
        ref={ref}
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        disabled={frame === null}
        value={text ?? (frame === null ? '' : String(frame))}
        placeholder="–"
        aria-invalid={error !== null || undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        title="A frame, +12 or -12, or a timecode such as 2:00"
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value)
          setError(null)
        }}
        onBlur={() => commit()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            rest()
            onLeave()
          } else if (event.key === 'Enter' && commit()) onLeave()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        className={`h-8 w-16 rounded border bg-page px-2 text-right tabular-nums max-md:h-10 ${error ? 'border-bad' : 'border-edge'} disabled:border-line disabled:opacity-50`}
      />
      {error && (
        <div
          role="alert"
          className="absolute top-full left-0 z-30 mt-1 w-64 rounded border border-line bg-lifted p-2"
        >
          <Reason id={`${id}-error`} tone="bad" text={error} />
        </div>
      )}
    </div>
  )
}
