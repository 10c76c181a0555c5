import { Ellipsis } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Preset } from '#contract/preset.ts'
import { startOf } from '../../lib/start-of.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { OverwriteQuestion } from './overwrite-question.tsx'
import { isWordsOnly, settingsWords } from './preset-words.ts'
import { RenamePreset } from './rename-preset.tsx'

type PresetRowProps = {
  preset: Preset
  isNameTaken: (name: string) => boolean
  onApply: () => void
  onRename: (name: string) => void
  onOverwrite: () => void
  onExport: () => void
  onRemove: () => void
}

/** One preset: pressing it applies it, the rest is behind its menu. */
export function PresetRow(props: PresetRowProps) {
  const { preset, isNameTaken, onApply, onRename, onOverwrite, onExport, onRemove } = props
  const { name, draft } = preset
  const [mode, setMode] = useState<'rest' | 'rename' | 'overwrite'>('rest')
  const more = useRef<HTMLButtonElement>(null)
  const wasBusy = useRef(false)
  const rest = () => setMode('rest')
  useEffect(() => {
    if (mode === 'rest' && wasBusy.current) more.current?.focus()
    wasBusy.current = mode !== 'rest'
  }, [mode])
  if (mode === 'rename') {
    return (
      <RenamePreset
        name={name}
        isTaken={isNameTaken}
        onLeave={rest}
        onRename={(next) => {
          rest()
          onRename(next)
        }}
      />
    )
  }
  const words = isWordsOnly(preset) ? 'Words only' : settingsWords(draft)
  return (
    <>
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-label={`Apply ${name}`}
          aria-describedby={`preset-${preset.id}`}
          onClick={onApply}
          className="min-w-0 flex-1 rounded px-2 py-2 text-left hover:bg-raised"
        >
          <span className="block truncate">{name}</span>
          <span id={`preset-${preset.id}`} className="block truncate text-dense text-quiet">
            {[words, startOf(draft.prompt)].filter(Boolean).join(' · ')}
          </span>
        </button>
        <Menu
          items={[
            { name: 'rename', label: 'Rename', run: () => setMode('rename') },
            {
              name: 'overwrite',
              label: 'Overwrite with the form',
              run: () => setMode('overwrite'),
            },
            { name: 'export', label: 'Export as a file', run: onExport },
            { name: 'delete', label: 'Delete', run: onRemove },
          ]}
        >
          <IconButton ref={more} label={`More for ${name}`} icon={Ellipsis} />
        </Menu>
      </div>
      {mode === 'overwrite' && (
        <OverwriteQuestion
          name={name}
          onLeave={rest}
          onOverwrite={() => {
            rest()
            onOverwrite()
          }}
        />
      )}
    </>
  )
}
