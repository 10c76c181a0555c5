import type { Sequence } from '#contract/family.ts'
import { type MediaItem, mediaPath, stillPath } from '#contract/media-item.ts'
import type { Reel } from './clip-stage.tsx'

type ClipItem = Extract<MediaItem, { medium: 'video' }>

/** One clip, and its copies for browsers that cannot play the first. */
export const clipReel = (item: ClipItem, copies: readonly MediaItem[]): Reel => ({
  sources: [item, ...copies].map((form) => ({ src: mediaPath(form), type: form.media_type })),
  poster: stillPath(item) ?? undefined,
  frames: item.frames,
  fps: item.fps,
  frameOf: (frame) => ({ sha256: item.sha256, frame }),
})

/** Several clips that play as one. @param src the joined file. */
export function sequenceReel({ clips }: Sequence, src: string): Reel {
  const starts: number[] = []
  let frames = 0
  for (const clip of clips) {
    starts.push(frames)
    frames += clip.frames
  }
  const [first] = clips
  return {
    sources: [{ src, type: 'video/mp4' }],
    poster: first && `/media/${first.sha256}/poster`,
    frames,
    fps: first?.fps ?? 24,
    joints: starts.slice(1),
    frameOf: (frame) => {
      const at = starts.findLastIndex((start) => start <= frame)
      return { sha256: clips[at]?.sha256 ?? '', frame: frame - (starts[at] ?? 0) }
    },
  }
}

/** `3 clips, 15 s`. */
export function sequenceWords({ clips }: Sequence): string {
  const seconds = clips.reduce((sum, { frames, fps }) => sum + frames / fps, 0)
  return `${clips.length} clips, ${Number(seconds.toFixed(1))} s`
}
