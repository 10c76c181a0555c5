import type { Size } from '#contract/size.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import type { Carried } from './carried.ts'
import type { Life } from './life.ts'

/** A picture that stands at a frame; -1 or `frames` is just outside the clip. */
export type Anchor = {
  frame: number
  /** I420 of the clip's size, in shared memory. */
  picture: Uint8Array
  /** At the nodes of the mesh, shared too. */
  near: Float32Array
  sky: Float32Array
}

/** How one anchor becomes the next. */
export type Passage = {
  /**
   * Motion from anchor to anchor at the nodes, all x in pixels, then all y, said of the place halfway;
   * `null` for unlike pictures, which dissolve.
   */
  motion: Float32Array | null
  /** Where a dissolve comes early, -1…1 at the nodes. */
  lead: Float32Array
  slopes: { start: number; end: number }
}

/** Everything that the frames of an anchored clip are made of: plain data and shared memory. */
export type MorphPlan = {
  size: Size
  frames: number
  anchors: Anchor[]
  /** passages[n] leads from anchors[n] to anchors[n + 1]. */
  passages: Passage[]
  camera: SceneSpec['camera']
  /** Part of the camera's usual reach. */
  reach: number
  life: Life
  /** The clip is a circle: it comes back to its first anchor. */
  isLoop: boolean
  /** Motion a frame that the clip carries on from an anchor outside it. */
  carried: Carried | null
}

/** What workers can read without copying it: itself when it is shared already, or a copy. */
export function shared<T extends Uint8Array | Float32Array>(source: T): T {
  if (source.buffer instanceof SharedArrayBuffer) return source
  const bytes = new Uint8Array(new SharedArrayBuffer(source.byteLength))
  bytes.set(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
  return (source instanceof Float32Array ? new Float32Array(bytes.buffer) : bytes) as T
}
