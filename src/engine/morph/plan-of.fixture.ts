import type { Size } from '#contract/size.ts'
import { naturalPicture, type Place } from '../natural-picture.fixture.ts'
import { understand } from '../scene/understand.ts'
import { anchoredPlan } from './anchored-plan.ts'
import { i420OfRgb } from './i420-of-rgb.ts'
import { i420Bytes } from './i420-planes.ts'
import { openMaker } from './morph-maker.ts'

/** The frames of a clip that photographs are anchors of, before they are encoded. */
export async function framesOf(
  prompt: string,
  size: Size,
  frames: number,
  places: readonly { frame: number; place: Place }[],
) {
  const aspect = size.width / size.height
  const spec = understand({ prompt, aspect, seed: 5, medium: 'video' })
  const pictures = await Promise.all(
    places.map(async ({ place }) => i420OfRgb(await naturalPicture(place, size), size)),
  )
  const placed = places.map(({ frame }, n) => ({ frame, picture: pictures[n]! }))
  const { signal } = new AbortController()
  const asked = { size, frames, placed, spec, reach: 1, isLoop: false, signal }
  const { plan, kinds } = await anchoredPlan(asked)
  const make = await openMaker(plan)
  const frameAt = (frame: number) => {
    const i420 = new Uint8Array(i420Bytes(size))
    make(frame, new Uint8Array(0), i420)
    return i420
  }
  return { plan, kinds, pictures, frameAt }
}
