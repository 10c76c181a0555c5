import { ComposePanel } from '../features/compose/compose-panel.tsx'
import { promptFor } from '../features/compose/plan/alternatives.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { useHistoryWalk } from '../features/words/use-history-walk.ts'
import { CodeTool } from './code-tool.tsx'
import { EditControlsField } from './edit-controls-field.tsx'
import { WordTools } from './word-tools.tsx'

type ComposerProps = { onDock: () => void }

/** The panel with what other features bring to it. */
export function Composer({ onDock }: ComposerProps) {
  const { draft, write } = useDraft()
  const walk = useHistoryWalk({ value: draft.prompt, onChange: write, wordsFor: promptFor })
  return (
    <ComposePanel
      editControls={<EditControlsField />}
      onDock={onDock}
      onPromptKey={walk.onKeyDown}
      promptTools={<WordTools />}
      promptNote={walk.place}
      footTools={<CodeTool />}
    />
  )
}
