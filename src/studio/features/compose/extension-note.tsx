import { ExtensionPreview } from '../../media/extension-preview.tsx'
import { useCompose } from './compose-context.tsx'
import { useDraft } from './use-draft.ts'

/** The clip that is extended, with the frames that the new one goes on from, or leads into. */
export function ExtensionNote() {
  const { draft } = useDraft()
  const { lookOf } = useCompose()
  const { start_frame, end_frame } = draft.video ?? {}
  const clip = [start_frame, end_frame].find((ref) => ref && lookOf(ref).facts?.medium === 'video')
  const look = clip && lookOf(clip)
  const { frames, fps } = look?.facts ?? {}
  if (!look?.sha256 || !frames || !fps) return null
  const isForward = clip === start_frame
  return (
    <ExtensionPreview
      sha256={look.sha256}
      frames={frames}
      fps={fps}
      edge={isForward ? 'last' : 'first'}
      caption={
        isForward
          ? 'The new clip goes on from these last frames: one block of 5 s, SDR.'
          : 'The new clip leads into these first frames: one block of 5 s, SDR.'
      }
    />
  )
}
