import type { Size } from '#contract/size.ts'
import { cellPx, meshOf, onMesh } from './mesh.ts'
import { shared, type Passage } from './morph-plan.ts'
import { pairMotion, type Care, type PairMotion, type Pyramid } from './pair-motion.ts'
import { shrunk, smallSize } from './shrunk.ts'
import { boxMean } from './box-mean.ts'

/** Motion from anchor to anchor at the nodes, in pixels of the clip. */
function motionOnMesh({ motion, flow }: PairMotion, size: Size): Float32Array {
  const { columns, rows, nodes } = meshOf(size)
  const { width, height } = size
  const out = new Float32Array(nodes * 2)
  if (flow) {
    const k = width / flow.width
    out.set(
      onMesh(
        flow.x.map((v) => v * k),
        flow,
        size,
      ),
    )
    out.set(
      onMesh(
        flow.y.map((v) => v * k),
        flow,
        size,
      ),
      nodes,
    )
  }
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i
      const x = i * cellPx - (width - 1) / 2
      const y = j * cellPx - (height - 1) / 2
      out[at]! += motion.x * width + motion.zoom * x - motion.roll * y
      out[nodes + at]! += motion.y * width + motion.zoom * y + motion.roll * x
    }
  }
  return out
}

/** What is bright comes early in a dissolve, and goes late. */
function leadOf(first: Uint8Array, second: Uint8Array, size: Size): Float32Array {
  const small = smallSize(size, 48)
  const luma = size.width * size.height
  const a = shrunk(first.subarray(0, luma), size, small).data
  const b = shrunk(second.subarray(0, luma), size, small).data
  const apart = a.map((v, i) => Math.max(-1, Math.min(1, (b[i]! - v) / 90)))
  return onMesh(boxMean(apart, small.width, small.height, 2), small, size)
}

type Side = { picture: Uint8Array; pyramid: Pyramid }

/** How two anchors meet; slopes are set when all passages are known. */
export function passageOf(a: Side, b: Side, size: Size, care: Care) {
  const found = pairMotion(a.pyramid, b.pyramid, care)
  const isMoved = found.kind !== 'none'
  const passage: Passage = {
    motion: isMoved ? shared(motionOnMesh(found, size)) : null,
    lead: shared(leadOf(a.picture, b.picture, size)),
    slopes: { start: 0, end: 0 },
  }
  return { passage, found }
}
