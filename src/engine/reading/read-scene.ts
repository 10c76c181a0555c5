import { guidedMask } from './guided-mask.ts'
import { heldMask } from './held-mask.ts'
import type { Pixels } from './pixels.ts'
import { planesOf, type Planes } from './planes-of.ts'
import { readDepth } from './read-depth.ts'
import { readLight, type LightReading } from './read-light.ts'
import { readSky, type SkyReading } from './read-sky.ts'
import { readSubject, type SubjectReading } from './read-subject.ts'
import { shrink } from './shrink.ts'
import type { SoftMask } from './soft-mask.ts'

/** What is seen in a picture; everything in it is estimated. */
export type SceneReading = {
  planes: Planes
  sky: SkyReading & { mask: SoftMask }
  subject: SubjectReading & { mask: SoftMask }
  depth: SoftMask
  light: LightReading
}

const sidePx = 320

/** Reads a picture at no more than 320 pixels a side; its masks fit any size of it. */
export function readScene(picture: Pixels): SceneReading {
  const small = shrink(picture, sidePx)
  const planes = planesOf(small)
  const reach = Math.max(2, Math.round(Math.min(small.width, small.height) * 0.012))
  const sky = readSky(planes)
  const subject = readSubject(planes, sky.plane)
  const depth = readDepth(planes, sky)
  return {
    planes,
    sky: { ...sky, mask: guidedMask(small, sky.plane, reach, 1e-4) },
    subject: { ...subject, mask: heldMask(small, subject.plane, reach) },
    depth: guidedMask(small, depth, reach * 2, 2e-3),
    light: readLight(planes, sky),
  }
}
