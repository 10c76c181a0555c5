import { useRef } from 'react'
import { namePlaces, usualTemplate } from '#contract/take-away.ts'
import { Reason } from '../../ui/reason.tsx'
import { nameExample, placeWords, templateProblem } from './name-example.ts'

type TemplateFieldProps = {
  template: string
  onChange: (template: string) => void
  /** What the example ends in. */
  ending: string
}

/** How files are named: typed, or put together of parts. */
export function TemplateField({ template, onChange, ending }: TemplateFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const problem = templateProblem(template)
  const add = (part: string) => {
    const box = field.current
    const from = box?.selectionStart ?? template.length
    const to = box?.selectionEnd ?? from
    const lead = from > 0 && !/[-_ ./]$/.test(template.slice(0, from)) ? '-' : ''
    onChange(`${template.slice(0, from)}${lead}${part}${template.slice(to)}`)
    const at = from + lead.length + part.length
    requestAnimationFrame(() => {
      box?.focus()
      box?.setSelectionRange(at, at)
    })
  }
  return (
    <div className="grid gap-2">
      <label className="grid gap-1">
        <span className="text-dense text-quiet">File name</span>
        <input
          ref={field}
          data-first
          value={template}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={problem ? true : undefined}
          aria-describedby="take-away-name"
          className={`h-8 rounded border bg-page px-2 max-md:h-10 ${problem ? 'border-bad' : 'border-line'}`}
        />
      </label>
      <div className="flex flex-wrap gap-1">
        {namePlaces.map((place) => (
          <button
            key={place}
            type="button"
            onClick={() => add(`{${place}}`)}
            className="h-6 rounded bg-raised px-2 text-dense text-quiet hover:bg-lifted hover:text-ink max-md:h-10"
          >
            {placeWords(place)}
          </button>
        ))}
        {template !== usualTemplate && (
          <button
            type="button"
            onClick={() => onChange(usualTemplate)}
            className="h-6 px-2 text-dense text-quiet underline underline-offset-2 hover:text-ink max-md:h-10"
          >
            As usual
          </button>
        )}
      </div>
      {problem ? (
        <Reason id="take-away-name" tone="bad" text={problem} />
      ) : (
        <p id="take-away-name" className="text-dense [overflow-wrap:anywhere] text-quiet">
          For instance <span className="text-ink">{nameExample(template, ending)}</span>
        </p>
      )}
    </div>
  )
}
