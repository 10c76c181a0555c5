import type { MakerModule } from '../frames/frame-maker.ts'
import { PlaneGround } from './plane-ground.ts'
import { PlaneMirror } from './plane-mirror.ts'
import { PlanePlace } from './plane-place.ts'
import { PlaneRim } from './plane-rim.ts'
import { openReframeRoom, type ReframeRoom } from './reframe-kernels.ts'
import { i420Bytes, inputBytes, planesOf, type ReframePlan } from './reframe-plan.ts'

type WritePlane = (input: number, target: number) => void

/**
 * The wider scene on the canvas, then the source in it, then their difference smoothed away; a scene
 * that words have changed begins as the source's reflection.
 */
function sceneWriter(room: ReframeRoom, plan: ReframePlan, n: number): WritePlane | null {
  const { fill, source, canvas } = plan
  if (fill.kind !== 'scene') return null
  const { painted, stretch, reach, isChanged } = fill
  const { pixels = 1, offset = 0 } = planesOf(painted)[n] ?? {}
  const behind = i420Bytes(source) + offset
  const from = planesOf(source)[n]?.offset ?? 0
  const rectangle = {
    left: 0,
    top: 0,
    right: painted.width * stretch.across,
    bottom: painted.height * stretch.down,
  }
  const isStretched = stretch.across !== 1 || stretch.down !== 1
  const scene = isStretched
    ? new PlanePlace(room, { source: painted, canvas, rectangle }, pixels)
    : null
  const bytes = (painted.width / pixels) * (painted.height / pixels)
  const place = new PlanePlace(room, plan, pixels)
  const ground = new PlaneGround(room, plan, place, pixels)
  const rim = isChanged ? null : new PlaneRim(room, place, ground, pixels, reach)
  const near = isChanged ? new PlaneMirror(room, ground, pixels, 'scene') : null
  return (input, target) => {
    if (scene) scene.write(input + behind, target)
    else room.bytes(target, bytes).set(room.bytes(input + behind, bytes))
    rim?.before(target)
    near?.write(input + from, target)
    place.write(input + from, target)
    rim?.after(target)
  }
}

/** The source on the canvas, with its softened reflection round it where it leaves room. */
function mirrorWriter(room: ReframeRoom, plan: ReframePlan, n: number): WritePlane {
  const { fill, source } = plan
  const { pixels = 1, offset = 0 } = planesOf(source)[n] ?? {}
  const place = new PlanePlace(room, plan, pixels)
  const ground = new PlaneGround(room, plan, place, pixels)
  const grade = fill.kind === 'mirror' ? (fill.grade?.[n] ?? 'itself') : 'itself'
  const mirror = fill.kind === 'mirror' ? new PlaneMirror(room, ground, pixels, grade) : null
  return (input, target) => {
    mirror?.write(input + offset, target)
    place.write(input + offset, target)
  }
}

/** Reads a source picture, and the wider scene behind it if there is one; writes the canvas. */
export const openMaker: MakerModule<ReframePlan>['openMaker'] = async (plan) => {
  const room = await openReframeRoom()
  const { canvas } = plan
  const from = room.reserve(inputBytes(plan))
  const to = room.reserve(i420Bytes(canvas))
  const planes = planesOf(canvas).map(({ offset }, n) => ({
    write: sceneWriter(room, plan, n) ?? mirrorWriter(room, plan, n),
    target: to + offset,
  }))
  return (_, input, output) => {
    room.bytes(from, inputBytes(plan)).set(input.subarray(0, inputBytes(plan)))
    for (const { write, target } of planes) write(from, target)
    output.set(room.bytes(to, i420Bytes(canvas)))
  }
}
