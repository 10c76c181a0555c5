import { useEscape } from '../../lib/use-escape.ts'
import { Button } from '../../ui/button.tsx'

type OverwriteQuestionProps = { name: string; onOverwrite: () => void; onLeave: () => void }

/** Asks before a preset loses what it held. */
export function OverwriteQuestion({ name, onOverwrite, onLeave }: OverwriteQuestionProps) {
  useEscape(true, onLeave)
  return (
    <fieldset
      aria-label={`Overwrite ${name}`}
      className="mb-2 flex flex-wrap items-center gap-2 px-2"
    >
      <p className="w-full text-dense text-warn">
        What “{name}” holds now is replaced by what stands in the form.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for */}
      <Button autoFocus onClick={onLeave}>
        Keep it
      </Button>
      <Button onClick={onOverwrite}>Overwrite</Button>
    </fieldset>
  )
}
