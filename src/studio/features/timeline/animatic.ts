/** Which two anchors a frame is made of; `mix` is the part of the later one, 0..1. */
export type Mix = { from: number; to: number; mix: number }

/**
 * The anchors (by their place in `frames`) that show at a frame: the one before it, the one after it
 * and how far it is between them. `null` where there is none at all. Of two on one frame the later
 * in the list shows.
 */
export function mixAt(frames: readonly number[], frame: number): Mix | null {
  let before = -1
  let after = -1
  for (const [index, at] of frames.entries()) {
    if (at <= frame && (before < 0 || at >= (frames[before] ?? 0))) before = index
    if (at > frame && (after < 0 || at < (frames[after] ?? 0))) after = index
  }
  if (before < 0 && after < 0) return null
  if (before < 0) return { from: after, to: after, mix: 0 }
  const start = frames[before] ?? 0
  if (after < 0 || start === frame) return { from: before, to: before, mix: 0 }
  const end = frames[after] ?? 0
  return { from: before, to: after, mix: (frame - start) / (end - start) }
}

type Box = { width: number; height: number }

/** The part of a picture that fills a box, what does not fit cut off evenly. */
export function coverRect(picture: Box, box: Box) {
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const width = box.width / scale
  const height = box.height / scale
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}
