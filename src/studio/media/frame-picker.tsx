import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { fps as gridFps } from '#contract/video.ts'
import type { Upload } from '#contract/upload.ts'
import type { ApiError } from '../api/api-error.ts'
import { uploadFrame, uploadQuery } from '../api/uploads.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Reason } from '../ui/reason.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { ClipStrip } from './clip-strip.tsx'
import { ExactStill } from './exact-still.tsx'
import { NumberEntry } from './number-entry.tsx'

type FramePickerProps = {
  title: string
  media: { sha256: string; frames?: number | undefined; fps?: number | undefined }
  /** Zero-based; where to begin. */
  frame?: number
  /** `said`: which frame it was. */
  onUse: (upload: Upload, said: string) => void
  onClose: () => void
}

/** Chooses one frame of a clip and makes a picture of exactly that frame. */
export function FramePicker({ title, media, frame: first = 0, onUse, onClose }: FramePickerProps) {
  const { sha256, frames = 1, fps = gridFps } = media
  const client = useQueryClient()
  const [frame, setFrame] = useState(first)
  const last = frames - 1
  const go = (to: number) => setFrame(Math.max(0, Math.min(last, Math.round(to))))
  const seconds = (frame / fps).toFixed(2)
  const make = useMutation<Upload, ApiError>({
    mutationFn: () => uploadFrame(sha256, frame),
    networkMode: 'always',
    onSuccess: (upload) => {
      client.setQueryData(uploadQuery(upload.id).queryKey, upload)
      onUse(upload, `Frame ${frame} of the clip, at ${seconds} s`)
    },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -12, ArrowRight: 12 }[event.key]
    if (!event.shiftKey || !way) return
    event.preventDefault()
    go(frame + way)
  }
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <div className="grid gap-3">
        <ExactStill
          sha256={sha256}
          frame={frame}
          frames={frames}
          label={`Frame ${frame}`}
          className="mx-auto aspect-video max-h-[50dvh] w-full"
        />
        <div className="relative h-12">
          <ClipStrip sha256={sha256} />
          <input
            type="range"
            data-first
            aria-label="Frame"
            aria-valuetext={`Frame ${frame} of ${frames}, ${seconds} s`}
            min={0}
            max={last}
            value={frame}
            onChange={(event) => go(event.target.valueAsNumber)}
            onKeyDown={onKeyDown}
            className="playhead absolute inset-0 size-full rounded-sm"
          />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <IconButton label="One frame back" icon={ChevronLeft} onClick={() => go(frame - 1)} />
          <NumberEntry label="Frame number" value={frame} onChange={go} />
          <IconButton label="One frame on" icon={ChevronRight} onClick={() => go(frame + 1)} />
          <p className="text-dense text-quiet tabular-nums">
            {`of ${frames} · ${seconds} s · counted from 0`}
          </p>
          <Button
            look="primary"
            className="ml-auto"
            aria-busy={make.isPending}
            onClick={() => {
              if (!make.isPending) make.mutate()
            }}
          >
            Use this frame
          </Button>
        </div>
        {make.error && <Reason id="frame-picker-reason" tone="bad" text={make.error.detail} />}
      </div>
    </Sheet>
  )
}
