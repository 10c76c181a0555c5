import { evenNearest, type Size } from '#contract/size.ts'
import type { VideoResolution } from '#contract/video.ts'

/** Pixels of an edit: the source's own, or its shape with `resolution` as the short side. */
export function editSize({ width, height }: Size, resolution?: VideoResolution): Size {
  if (!resolution) return { width, height }
  const short = Number.parseInt(resolution, 10)
  return width >= height
    ? { width: evenNearest((short * width) / height), height: short }
    : { width: short, height: evenNearest((short * height) / width) }
}
