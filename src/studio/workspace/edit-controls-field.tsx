import { useCompose } from '../features/compose/compose-context.tsx'
import { useDraft } from '../features/compose/use-draft.ts'
import { EditControls } from '../features/edit-controls/edit-controls.tsx'

/** How the edit in the draft is steered. */
export function EditControlsField() {
  const { draft, put } = useDraft()
  const { reasons } = useCompose()
  return (
    <div data-field="video.edit">
      <EditControls
        edit={draft.video?.edit}
        onChange={(edit) => put('video.edit', edit)}
        reasonAt={(path) => reasons.find((reason) => reason.path === path)}
      />
    </div>
  )
}
