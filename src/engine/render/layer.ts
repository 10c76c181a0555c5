/** Lengths are in units of the frame's shorter side, y up from the horizon, times in seconds. */
export type Layer = {
  /** Which picture of the family's shader this is; ignored when a sprite is given. */
  shader: number
  /** Parallax: 0 is the horizon, 1 the foreground; the largest of the four counts. */
  near: number
  floor?: number
  ceiling?: number
  side?: number
  top?: number
  bottom?: number
  left?: number
  right?: number
  blend?: 'over' | 'add'
  /** Stretches its edge texels beyond its own extent; `covers` also promises to hide all behind. */
  solid?: 'clamps' | 'covers'
  drift?: number
  /** Slow rocking about its place. */
  bob?: { x: number; y: number; hz: number; phase: number }
  sway?: { amount: number; base: number; frequency: number; hz: number; ripple?: boolean }
  flicker?: { depth: number; hz: number }
  gain?: number
  /** Drawn after the water. */
  front?: boolean
  sprite?: Sprite
  /** Painted as it is at (0, 0), then `scale` times as large, with that point at (x, y). */
  planted?: { x: number; y: number; scale: number }
  /** Mirrored about the sway base. */
  flipped?: boolean
}

/** A ready-made texture: premultiplied linear RGBA, u16, 8192 = 1.0, rows top to bottom. */
export type Sprite = {
  width: number
  height: number
  texels: Uint16Array
  left: number
  top: number
  step: number
}
