import { hash } from './noise'
import { scene, variant } from './scene'

/** The three trees around the column last painted: hash (below 0 is none), place, lean, width. */
export class grove {
  static cell: i32 = i32.MIN_VALUE
  static seed: i32 = -1
  static h0: f32 = -1
  static h1: f32 = -1
  static h2: f32 = -1
  static x0: f32 = 0
  static x1: f32 = 0
  static x2: f32 = 0
  static l0: f32 = 0
  static l1: f32 = 0
  static l2: f32 = 0
  static w0: f32 = 0
  static w1: f32 = 0
  static w2: f32 = 0
}

export function plant(c0: i32, k: i32, s: i32, cell: f32): void {
  grove.cell = c0
  grove.seed = s
  for (let n = 0; n < 3; n++) {
    const c = c0 + n - 1
    let h = hash(c, k, s)
    if (h > 0.42 + scene.density * 0.55) h = -1
    let cx: f32 = (<f32>c + 0.5 + (hash(c, 1, s) - 0.5) * 0.75) * cell
    if (k == 3) cx += cx > variant(0) ? cell * 0.3 : -cell * 0.3
    const lean: f32 = (hash(c, 2, s) - 0.5) * 0.12
    const wide: f32 = cell * (0.07 + 0.09 * hash(c, 3, s))
    if (n == 0) {
      grove.h0 = h
      grove.x0 = cx
      grove.l0 = lean
      grove.w0 = wide
    } else if (n == 1) {
      grove.h1 = h
      grove.x1 = cx
      grove.l1 = lean
      grove.w1 = wide
    } else {
      grove.h2 = h
      grove.x2 = cx
      grove.l2 = lean
      grove.w2 = wide
    }
  }
}
