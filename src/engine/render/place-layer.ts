import type { SheetLayer } from './sheet.ts'

/** Writes a layer as the kernels read it, 32 words at `at`, where it stands at `seconds`. */
export function placeLayer(
  words: Int32Array,
  reals: Float32Array,
  at: number,
  layer: SheetLayer,
  seconds: number,
  time: number,
): void {
  const { sway, bob, flicker } = layer
  const rock = bob ? Math.sin((seconds * bob.hz + bob.phase) * 2 * Math.PI) : 0
  const roll = bob ? Math.sin((seconds * bob.hz * 0.63 + bob.phase) * 2 * Math.PI) : 0
  const blink = flicker
    ? 1 - flicker.depth * (0.5 + 0.5 * Math.sin(time * flicker.hz * 6.28) * Math.sin(time * 7.1))
    : 1
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
  reals[at + 11] = (layer.drift ?? 0) * seconds + (bob ? bob.x * roll : 0)
  reals[at + 12] = bob ? bob.y * rock : 0
  reals[at + 13] = sway?.amount ?? 0
  reals[at + 14] = sway?.base ?? 0
  reals[at + 15] = sway?.frequency ?? 0
  reals[at + 16] = sway ? time * sway.hz * 2 * Math.PI : 0
  reals[at + 17] = (layer.gain ?? 1) * blink
  words[at + 18] = layer.blend === 'add' ? 1 : 0
  words[at + 19] = layer.flipped ? 1 : 0
  words[at + 20] = 1
  words[at + 21] = sway?.ripple ? 1 : 0
  words[at + 23] = layer.solid === 'covers' ? 2 : layer.solid === 'clamps' ? 1 : 0
}
