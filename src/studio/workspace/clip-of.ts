import type { MediaLook } from '../media/media-look.ts'

/** What a bench needs to know of a clip; `null` until all of it is known. */
export function clipOf({ sha256, address, facts }: MediaLook) {
  if (!sha256 || !address || facts?.medium !== 'video') return null
  const { width, height, frames, fps } = facts
  if (!width || !height || !frames || !fps) return null
  return { sha256, address, width, height, frames, fps }
}
