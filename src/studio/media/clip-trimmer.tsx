import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fps as gridFps } from '#contract/video.ts'
import type { Upload } from '#contract/upload.ts'
import type { ApiError } from '../api/api-error.ts'
import { trimClip } from '../api/trim-clip.ts'
import { uploadQuery } from '../api/uploads.ts'
import { Button } from '../ui/button.tsx'
import { Reason } from '../ui/reason.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { ExactStill } from './exact-still.tsx'
import { NumberEntry } from './number-entry.tsx'
import { TrimTrack } from './trim-track.tsx'
import {
  endOf,
  firstSpan,
  spanLimits,
  trimmedWords,
  withEnd,
  withPlace,
  withStart,
} from './trim-span.ts'
import type { ArrivedMedia } from './where-to.ts'

type ClipTrimmerProps = {
  title: string
  media: ArrivedMedia
  /** The longest part, seconds. */
  limitS?: number | undefined
  /** `said`: what was cut. */
  onUse: (upload: Upload, said: string) => void
  onClose: () => void
}

/** Cuts a part out of a clip, by whole frames. The clip itself is kept. */
export function ClipTrimmer({ title, media, limitS, onUse, onClose }: ClipTrimmerProps) {
  const { sha256, frames = 1, fps = gridFps } = media
  const client = useQueryClient()
  const limits = spanLimits(frames, fps, limitS)
  const [span, setSpan] = useState(() => firstSpan(limits))
  const trim = useMutation<Upload, ApiError>({
    mutationFn: () => trimClip(media, span),
    networkMode: 'always',
    onSuccess: (upload) => {
      client.setQueryData(uploadQuery(upload.id).queryKey, upload)
      onUse(upload, trimmedWords(span, frames, fps))
    },
  })
  const isWhole = span.frames === frames
  const end = endOf(span)
  const ends = [
    {
      name: 'In',
      frame: span.from,
      seconds: span.from / fps,
      toFrame: (frame: number) => setSpan(withStart(span, frame, limits)),
      toSeconds: (s: number) => setSpan(withStart(span, s * fps, limits)),
    },
    {
      name: 'Out',
      frame: end - 1,
      seconds: end / fps,
      toFrame: (frame: number) => setSpan(withEnd(span, frame + 1, limits)),
      toSeconds: (s: number) => setSpan(withEnd(span, s * fps, limits)),
    },
  ]
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <div className="grid gap-3">
        <div className="grid grid-cols-2 gap-2">
          {ends.map(({ name, frame, seconds, toFrame, toSeconds }) => (
            <div key={name} className="grid content-start gap-2">
              <ExactStill
                sha256={sha256}
                frame={frame}
                frames={frames}
                label={`${name}: frame ${frame}`}
                className="aspect-video w-full"
              />
              <div className="flex flex-wrap items-center gap-2">
                <span className="w-6 text-dense text-ink">{name}</span>
                <NumberEntry
                  label={`${name}, seconds`}
                  value={seconds}
                  decimals={2}
                  unit="s"
                  onChange={toSeconds}
                />
                <NumberEntry
                  label={`${name}, frame`}
                  value={frame}
                  unit="frame"
                  onChange={toFrame}
                />
              </div>
            </div>
          ))}
        </div>
        <TrimTrack sha256={sha256} span={span} limits={limits} fps={fps} onChange={setSpan} />
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-dense text-quiet tabular-nums">
            {`${(span.frames / fps).toFixed(2)} s of ${(frames / fps).toFixed(2)} s · ${span.frames} frames`}
            {limitS !== undefined && ` · up to ${limitS} s fit here`}
          </p>
          <div className="ml-auto flex gap-1">
            <Button
              look="quiet"
              disabled={isWhole}
              onClick={() => setSpan(withPlace(span, (frames - span.frames) / 2, limits))}
            >
              Middle
            </Button>
            <Button
              look="primary"
              aria-busy={trim.isPending}
              disabled={isWhole}
              onClick={() => {
                if (!trim.isPending) trim.mutate()
              }}
            >
              {trim.isPending ? 'Trimming' : 'Trim'}
            </Button>
          </div>
        </div>
        {trim.error && <Reason id="clip-trimmer-reason" tone="bad" text={trim.error.detail} />}
      </div>
    </Sheet>
  )
}
