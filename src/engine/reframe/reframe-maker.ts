import type { MakerModule } from '../frames/frame-maker.ts'
import { PlaneMirror } from './plane-mirror.ts'
import { PlanePlace } from './plane-place.ts'
import { openReframeRoom } from './reframe-kernels.ts'
import { i420Bytes, planesOf, type ReframePlan } from './reframe-plan.ts'

/** Reads a source picture (I420) and writes the canvas (I420). */
export const openMaker: MakerModule<ReframePlan>['openMaker'] = async (plan) => {
  const room = await openReframeRoom()
  const { source, canvas, fill } = plan
  const from = room.reserve(i420Bytes(source))
  const to = room.reserve(i420Bytes(canvas))
  const theirs = planesOf(source)
  const planes = planesOf(canvas).map(({ offset, pixels }, n) => {
    const place = new PlanePlace(room, plan, pixels)
    const grade = fill.kind === 'mirror' ? (fill.grade?.[n] ?? null) : null
    const mirror = new PlaneMirror(room, plan, place, pixels, grade)
    return { place, mirror, target: to + offset, source: from + (theirs[n]?.offset ?? 0) }
  })
  return (_, input, output) => {
    room.bytes(from, i420Bytes(source)).set(input.subarray(0, i420Bytes(source)))
    for (const { place, mirror, source: plane, target } of planes) {
      mirror.write(plane, target)
      place.write(plane, target)
    }
    output.set(room.bytes(to, i420Bytes(canvas)))
  }
}
