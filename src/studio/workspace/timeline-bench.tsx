import { Plus, Replace } from 'lucide-react'
import { useId, useState } from 'react'
import { type Keyframe, keyframeLimit } from '#contract/keyframe.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { ratioOf } from '#contract/size.ts'
import { fps, lastIndex, videoDefaults } from '#contract/video.ts'
import { useCompose } from '../features/compose/compose-context.tsx'
import { framesToKeyframes } from '../features/compose/frames-and-keyframes.ts'
import { valueAt, withValue } from '../features/compose/setting.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { nextFree } from '../features/timeline/place-keyframes.ts'
import { Timeline } from '../features/timeline/timeline.tsx'
import { readDrag } from '../media/drag-media.ts'
import { IncomingFace } from '../media/incoming-face.tsx'
import { TakingSheets } from '../media/taking-sheets.tsx'
import { useTaking } from '../media/use-taking.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { clipOf } from './clip-of.ts'
import { KeyframeSheet } from './keyframe-sheet.tsx'

type Opened = { frame: number; index: number | null }

/** The timeline of a clip that is made, or of the source that is edited. */
export function TimelineBench() {
  const { draft, update } = useDraft()
  const { lookOf, reasons } = useCompose()
  const [opened, setOpened] = useState<Opened | null>(null)
  const id = useId()

  const isEdit = draft.type === 'video_edit'
  const path = isEdit ? 'video.edit.keyframes' : 'video.keyframes'
  const source = isEdit && draft.source ? clipOf(lookOf(draft.source)) : null
  const last = source
    ? source.frames - 1
    : lastIndex(draft.video?.duration ?? videoDefaults.duration)
  const { start_frame, end_frame } = draft.video ?? {}
  const hasFrames = !isEdit && (start_frame !== undefined || end_frame !== undefined)
  const faced = hasFrames ? framesToKeyframes(draft) : draft
  const keyframes = (valueAt(faced, path) ?? []) as Keyframe[]

  const write = (change: (now: readonly Keyframe[]) => readonly Keyframe[]) =>
    update((now) => {
      const base = isEdit ? now : framesToKeyframes(now)
      const next = change((valueAt(base, path) ?? []) as Keyframe[])
      return withValue(base, path, next.length ? next : undefined)
    })

  const placeAt = (wanted: number, image: MediaRef) =>
    write((now) => {
      const frame = nextFree(wanted, new Set(now.map((each) => each.frame)), last)
      return frame === null ? now : [...now, { frame, image }]
    })

  const taking = useTaking({
    place: { holds: 'image' },
    room: Math.max(0, keyframeLimit - keyframes.length),
    onPut: (ref, _said, at = 0) => placeAt(at, ref),
  })

  if (isEdit && !source) {
    return (
      <p className="grid h-full place-items-center p-6 text-center text-quiet">
        Choose a clip first: its frames are the grid on which the keyframes stand.
      </p>
    )
  }
  return (
    <div className="flex h-full flex-col">
      {hasFrames && (
        <div className="flex shrink-0 items-center justify-between gap-4 border-b px-4 py-1 text-dense text-quiet">
          <p>Start and end frame, shown on the grid. Moving or adding turns them into keyframes.</p>
          <Button onClick={() => update(framesToKeyframes)}>Turn into keyframes</Button>
        </div>
      )}
      <div className="min-h-0 flex-1">
        <Timeline
          keyframes={keyframes}
          onChange={(next) => write(() => next)}
          grid={{ last, fps: source?.fps ?? fps }}
          aspect={source ? source.width / source.height : ratioOf(draft.aspect_ratio ?? '16:9')}
          lookOf={lookOf}
          source={source}
          reasonAt={(at) => reasons.find((reason) => reason.path === at)}
          path={path}
          limit={keyframeLimit}
          onFiles={taking.takeFiles}
          onDropMedia={(transfer, frame) => {
            const media = readDrag(transfer)
            if (media) taking.takeMedia(media, frame)
          }}
          renderAdd={(frame) => (
            <IconButton
              label={`Add a keyframe at ${frame}`}
              icon={Plus}
              onClick={() => setOpened({ frame, index: null })}
            />
          )}
          renderReplace={(index, frame) => (
            <IconButton
              label="Replace the picture"
              icon={Replace}
              onClick={() => setOpened({ frame, index })}
            />
          )}
        />
      </div>
      {(taking.incoming.length > 0 || taking.refusal) && (
        <div className="grid max-h-40 shrink-0 grid-cols-3 gap-2 overflow-y-auto border-t px-2 max-md:grid-cols-1">
          {taking.refusal && (
            <p role="alert" className="p-3 text-dense text-bad">
              {taking.refusal}
            </p>
          )}
          {taking.incoming.map((one) => (
            <IncomingFace key={one.id} one={one} taking={taking} id={`${id}-${one.id}`} />
          ))}
        </div>
      )}
      <TakingSheets label="Keyframe" taking={taking} />
      {opened && (
        <KeyframeSheet
          frame={opened.frame}
          image={opened.index === null ? undefined : keyframes[opened.index]?.image}
          lookOf={lookOf}
          onClose={() => setOpened(null)}
          onPut={(image) => {
            const { frame, index } = opened
            if (index === null) placeAt(frame, image)
            else write((now) => now.map((each, at) => (at === index ? { ...each, image } : each)))
            setOpened(null)
          }}
        />
      )}
    </div>
  )
}
