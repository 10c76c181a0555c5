import { useId, useState } from 'react'
import type { Draft } from '#contract/draft.ts'
import { type Preset, type PresetInput, presetLimits } from '#contract/preset.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'

type What = 'words' | 'all'

type SavePresetFormProps = {
  current: { draft: Draft; plan: unknown }
  presets: readonly Preset[]
  onSave: (id: string, input: PresetInput) => Promise<boolean>
}

const choices = [
  { value: 'all', label: 'Words and settings' },
  { value: 'words', label: 'Words only' },
] as const

export const nameField =
  'h-8 w-full min-w-0 flex-1 rounded border bg-raised px-3 placeholder:text-quiet max-md:h-10'

/** Puts what stands in the form under a name; one that is taken can be replaced, when asked to. */
export function SavePresetForm({ current, presets, onSave }: SavePresetFormProps) {
  const id = useId()
  const [name, setName] = useState('')
  const [what, setWhat] = useState<What>('all')
  const [isTried, setIsTried] = useState(false)
  const wanted = name.trim()
  const taken = presets.find((preset) => preset.name === wanted)
  const { draft, plan } = current
  const hasNoWords = what === 'words' && draft.prompt.trim() === ''
  const reason = hasNoWords
    ? 'There are no words in the prompt yet.'
    : isTried && !wanted
      ? 'Give it a name first.'
      : null

  const save = async (as: string) => {
    setIsTried(true)
    if (!wanted || hasNoWords) return
    const input: PresetInput =
      what === 'words'
        ? { name: wanted, draft: { type: draft.type, prompt: draft.prompt } }
        : { name: wanted, draft, plan: plan ?? null }
    if (!(await onSave(as, input))) return
    setName('')
    setIsTried(false)
  }

  return (
    <form
      aria-label="Save a preset"
      className="grid grid-cols-1 gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!taken) void save(newId())
      }}
    >
      <label htmlFor={id} className="text-title font-semibold">
        Save what stands in the form
      </label>
      <Segmented label="What to save" segments={choices} value={what} onChange={setWhat} />
      <div className="flex gap-2">
        <input
          id={id}
          placeholder="Name"
          autoComplete="off"
          maxLength={presetLimits.nameLength}
          aria-invalid={reason !== null || undefined}
          aria-describedby={`${id}-reason`}
          className={`${nameField} ${reason ? 'border-bad' : 'border-line'}`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {taken ? (
          <Button onClick={() => void save(taken.id)}>Replace</Button>
        ) : (
          <Button type="submit">Save</Button>
        )}
      </div>
      <div id={`${id}-reason`} aria-live="polite">
        {reason && <Reason id={`${id}-why`} tone="bad" text={reason} />}
        {!reason && taken && (
          <Reason
            id={`${id}-why`}
            tone="warn"
            text={`“${taken.name}” exists: replace it, or choose another name.`}
          />
        )}
      </div>
    </form>
  )
}
