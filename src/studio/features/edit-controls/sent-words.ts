import type { EditOptions } from '#contract/video-edit.ts'

/** `video.edit` of the draft as JSON; keyframes are counted, for they stand on the timeline. */
export function sentWords(edit: EditOptions | undefined): { json: string | null; beside: string } {
  if (!edit) return { json: null, beside: '' }
  const { keyframes, ...steering } = edit
  const count = keyframes?.length ?? 0
  const isBare = Object.keys(steering).length === 0 && count > 0
  const beside =
    count > 0 ? `and ${count} ${count === 1 ? 'keyframe' : 'keyframes'}, as on the timeline` : ''
  const text = JSON.stringify(steering).replaceAll('":', '": ').replaceAll(',"', ', "')
  return { json: isBare ? null : text, beside }
}
