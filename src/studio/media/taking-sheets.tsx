import { lazy, Suspense } from 'react'
import type { Taking } from './use-taking.ts'

const FramePicker = lazy(() =>
  import('./frame-picker.tsx').then((module) => ({ default: module.FramePicker })),
)
const ClipTrimmer = lazy(() =>
  import('./clip-trimmer.tsx').then((module) => ({ default: module.ClipTrimmer })),
)
const MediaPicker = lazy(() =>
  import('./media-picker.tsx').then((module) => ({ default: module.MediaPicker })),
)

type TakingSheetsProps = { label: string; taking: Taking }

/** The question that stands open for a place, as a sheet that is loaded when it is asked. */
export function TakingSheets({ label, taking }: TakingSheetsProps) {
  const { asking, answer, place } = taking
  if (!asking) return null
  const close = () => answer(null)
  return (
    <Suspense>
      {asking.is === 'gallery' && (
        <MediaPicker
          title={`${label}: from the gallery`}
          place={place}
          onPick={(media) => {
            close()
            taking.takeMedia(media)
          }}
          onClose={close}
        />
      )}
      {asking.is === 'frame' && (
        <FramePicker
          title={`${label}: a frame of this clip`}
          media={asking.media}
          onUse={(upload, said) => answer({ upload_id: upload.id }, said)}
          onClose={close}
        />
      )}
      {asking.is === 'trim' && (
        <ClipTrimmer
          title={`${label}: trim`}
          media={asking.media}
          limitS={place.limitS}
          onUse={(upload, said) => answer({ upload_id: upload.id }, said)}
          onClose={close}
        />
      )}
    </Suspense>
  )
}
