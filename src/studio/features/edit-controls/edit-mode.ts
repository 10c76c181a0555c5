import type { EditOptions } from '#contract/video-edit.ts'

/** Who steers an edit: nobody says, the model, or the person. */
export type EditMode = 'default' | 'auto' | 'hand'

/** What of an edit is set by hand. */
export type ByHand = Pick<EditOptions, 'auto_controls' | 'strength' | 'controls'>

export function editMode(edit: EditOptions | undefined): EditMode {
  if (edit?.auto_controls === true) return 'auto'
  return isByHand(edit) || edit?.auto_controls === false ? 'hand' : 'default'
}

const isByHand = (edit: EditOptions | undefined) =>
  edit?.strength !== undefined || edit?.controls !== undefined

/** What is set by hand, to be kept while something else steers; null when nothing is. */
export function byHandOf(edit: EditOptions | undefined): ByHand | null {
  if (!edit || !isByHand(edit)) return null
  const { strength, controls } = edit
  return {
    ...(edit.auto_controls === false && { auto_controls: false }),
    ...(strength && { strength }),
    ...(controls && { controls }),
  }
}

/** The edit steered in another way; `kept` comes back with "by hand", keyframes always stay. */
export function switchMode(
  edit: EditOptions | undefined,
  mode: EditMode,
  kept: ByHand | null,
): EditOptions | undefined {
  const keyframes = edit?.keyframes && { keyframes: edit.keyframes }
  if (mode === 'auto') return { auto_controls: true, ...keyframes }
  if (mode === 'hand') return { ...(kept ?? { auto_controls: false }), ...keyframes }
  return keyframes
}
