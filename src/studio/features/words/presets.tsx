import { useState } from 'react'
import type { Draft } from '#contract/draft.ts'
import type { Preset, PresetInput } from '#contract/preset.ts'
import { saveText } from '../../lib/save-text.ts'
import { Button } from '../../ui/button.tsx'
import { LiveRegion } from '../../ui/live-region.tsx'
import { Reason } from '../../ui/reason.tsx'
import { ImportPresets } from './import-presets.tsx'
import { PresetFileButton } from './preset-file-button.tsx'
import { writePresetFile } from './preset-file.ts'
import { PresetRow } from './preset-row.tsx'
import { isWordsOnly, presetFileName } from './preset-words.ts'
import { SavePresetForm } from './save-preset-form.tsx'
import { usePresets } from './use-presets.ts'

export type AppliedPreset = { draft: Draft; plan: unknown; wordsOnly: boolean }

type PresetsProps = {
  current: { draft: Draft; plan: unknown }
  onApply: (applied: AppliedPreset) => void
}

const exportFile = (presets: readonly Preset[]) =>
  saveText(presetFileName(presets, new Date().toISOString().slice(0, 10)), writePresetFile(presets))

const inputOf = ({ name, draft, plan }: Preset): PresetInput => ({
  name,
  draft,
  ...(plan !== undefined && { plan }),
})

/** Words and settings under names: saved, applied, changed, taken away and brought along as files. */
export function Presets({ current, onApply }: PresetsProps) {
  const { presets, said, problem, removed, ...acts } = usePresets()
  const [file, setFile] = useState<string | null>(null)
  const known = presets ?? []

  const overwrite = (preset: Preset) => {
    const { draft, plan } = current
    const words = { type: draft.type, prompt: draft.prompt }
    const held = isWordsOnly(preset) ? { draft: words } : { draft, plan: plan ?? null }
    void acts.save(preset.id, { name: preset.name, ...held })
  }

  return (
    <div className="grid grid-cols-1 gap-4">
      <SavePresetForm current={current} presets={known} onSave={acts.save} />
      <LiveRegion message={said} />
      {problem && (
        <div role="alert">
          <Reason id="presets-problem" tone="bad" text={problem} />
        </div>
      )}
      <div className="border-t pt-4">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="flex-1 text-title font-semibold">Presets</h3>
          <PresetFileButton onRead={setFile} />
          {known.length > 0 && <Button onClick={() => exportFile(known)}>Export all</Button>}
        </div>
        {file !== null && (
          <div className="mt-3">
            <ImportPresets
              text={file}
              known={known}
              onLeave={() => setFile(null)}
              onImport={(placed) => {
                setFile(null)
                void acts.saveAll(placed)
              }}
            />
          </div>
        )}
        {removed && (
          <div className="mt-2 flex items-center gap-2">
            <p className="min-w-0 flex-1 truncate text-quiet">“{removed.name}” is deleted.</p>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- its own button is gone */}
            <Button autoFocus onClick={() => void acts.restore()}>
              Undo
            </Button>
          </div>
        )}
        {acts.loadProblem && (
          <div role="alert" className="mt-2 flex items-start justify-between gap-3">
            <Reason id="presets-unread" tone="bad" text={acts.loadProblem} />
            <Button onClick={acts.reload}>Try again</Button>
          </div>
        )}
        {presets?.length === 0 && !removed && (
          <p className="mt-2 text-quiet">
            None yet. Save what stands in the form, or import a file.
          </p>
        )}
        <ul aria-label="Presets" className="-mx-2 mt-2 grid grid-cols-1 gap-0.5">
          {known.map((preset) => (
            <li key={preset.id}>
              <PresetRow
                preset={preset}
                isNameTaken={(name) => known.some((other) => other.name === name)}
                onApply={() =>
                  onApply({
                    draft: preset.draft,
                    plan: preset.plan,
                    wordsOnly: isWordsOnly(preset),
                  })
                }
                onRename={(name) => void acts.save(preset.id, { ...inputOf(preset), name })}
                onOverwrite={() => overwrite(preset)}
                onExport={() => exportFile([preset])}
                onRemove={() => void acts.remove(preset)}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
