import type { MediaFacts, MediaRef } from '#contract/media-ref.ts'

const count = (frames: number) => `${frames} ${frames === 1 ? 'frame' : 'frames'}`

/** Size and length of a picture or clip: `1280 × 720 px · 5.0 s · 120 frames`. */
export function mediaWords({ width, height, duration_s, frames }: MediaFacts): string {
  return [
    width !== undefined && height !== undefined && `${width} × ${height} px`,
    duration_s !== undefined && `${duration_s.toFixed(1)} s`,
    frames !== undefined && count(frames),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** One word to tell references apart by. */
export function refKey(ref: MediaRef): string {
  if ('upload_id' in ref) return ref.upload_id
  if ('generation_id' in ref) return ref.generation_id
  return 'url' in ref ? ref.url : ref.data
}
