import type { SheetLayer } from './sheet.ts'
import { heldHz } from './shot.ts'
import type { Shot } from './shot.ts'

/** How far a layer has drifted; in a loop it comes back, each layer in its own time. */
function drifted(layer: SheetLayer, seconds: number, shot: Shot): number {
  const speed = layer.drift ?? 0
  if (!shot.loop) return speed * seconds
  const lengthS = shot.frames / 24
  const lead = (layer.shader % 2 ? 0.375 : 0.125) * 2 * Math.PI
  return (speed * lengthS * Math.sin((seconds / lengthS) * 2 * Math.PI + lead)) / 4
}

/** Writes a layer as the kernels read it, 32 words at `at`, where it stands at `seconds`. */
export function placeLayer(
  words: Int32Array,
  reals: Float32Array,
  at: number,
  layer: SheetLayer,
  seconds: number,
  time: number,
  shot: Shot,
): void {
  const { sway, bob, flicker } = layer
  const radians = (hz: number, since: number, phase = 0) =>
    (since * heldHz(shot, hz) + phase) * 2 * Math.PI
  const rock = bob ? Math.sin(radians(bob.hz, seconds, bob.phase)) : 0
  const roll = bob ? Math.sin(radians(bob.hz * 0.63, seconds, bob.phase)) : 0
  const beat = flicker ? Math.sin(radians(flicker.hz, time)) * Math.sin(radians(1.13, time)) : 0
  const blink = flicker ? 1 - flicker.depth * (0.5 + 0.5 * beat) : 1
  words[at] = layer.texture
  words[at + 1] = layer.rows
  words[at + 2] = layer.width
  words[at + 3] = layer.height
  reals[at + 4] = layer.originX
  reals[at + 5] = layer.originY
  reals[at + 6] = 1 / layer.step
  reals[at + 7] = layer.near
  reals[at + 8] = layer.floor ?? 0
  reals[at + 9] = layer.ceiling ?? 0
  reals[at + 10] = layer.side ?? 0
  reals[at + 11] = drifted(layer, seconds, shot) + (bob ? bob.x * roll : 0)
  reals[at + 12] = bob ? bob.y * rock : 0
  reals[at + 13] = sway?.amount ?? 0
  reals[at + 14] = sway?.base ?? 0
  reals[at + 15] = sway?.frequency ?? 0
  reals[at + 16] = sway ? radians(sway.hz, time) : 0
  reals[at + 17] = (layer.gain ?? 1) * blink
  words[at + 18] = layer.blend === 'add' ? 1 : 0
  words[at + 19] = layer.flipped ? 1 : 0
  words[at + 20] = 1
  words[at + 21] = sway?.ripple ? 1 : 0
  reals[at + 22] = sway ? radians(sway.hz * (sway.ripple ? 1.4 : 1.9), time) : 0
  words[at + 23] = layer.solid === 'covers' ? 2 : layer.solid === 'clamps' ? 1 : 0
}
