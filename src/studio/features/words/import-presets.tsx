import { useState } from 'react'
import type { Preset, PresetInput } from '#contract/preset.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { namesTaken, type OnTaken, placePresets } from './place-presets.ts'
import { type FileProblem, readPresetFile } from './preset-file.ts'

type ImportPresetsProps = {
  text: string
  known: readonly Preset[]
  onImport: (presets: readonly (PresetInput & { id: string })[]) => void
  onLeave: () => void
}

const choices = [
  { value: 'number', label: 'Add a number' },
  { value: 'replace', label: 'Replace' },
] as const

const told = ({ preset, path, reason }: FileProblem) =>
  [preset, path, reason].filter(Boolean).join(': ')

const counted = (n: number) => (n === 1 ? 'one preset' : `${n} presets`)

/** What a file of presets holds, before any of it is taken over. */
export function ImportPresets({ text, known, onImport, onLeave }: ImportPresetsProps) {
  const [onTaken, setOnTaken] = useState<OnTaken>('number')
  const { found, problems } = readPresetFile(text)
  const taken = namesTaken(found, known)
  return (
    <section aria-label="Import" className="grid grid-cols-1 gap-2 rounded border border-line p-3">
      {problems.length > 0 && (
        <div role="alert">
          <ul className="grid max-h-40 grid-cols-1 gap-1 overflow-y-auto">
            {problems.map((problem, index) => (
              <li key={told(problem)}>
                <Reason id={`import-${index}`} tone="bad" text={told(problem)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {taken > 0 && (
        <div className="grid gap-1">
          <p className="text-dense text-quiet">
            {taken === 1 ? 'One name is' : `${taken} names are`} taken here:
          </p>
          <Segmented
            label="Names that are taken"
            segments={choices}
            value={onTaken}
            onChange={setOnTaken}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {found.length > 0 && (
          <Button
            look="primary"
            onClick={() => onImport(placePresets(found, known, onTaken, newId))}
          >
            Import {counted(found.length)}
          </Button>
        )}
        <Button onClick={onLeave}>{found.length ? 'Cancel' : 'Close'}</Button>
      </div>
    </section>
  )
}
