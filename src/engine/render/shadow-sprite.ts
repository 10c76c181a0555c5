import type { SubjectSprite } from '#engine/scene/subject-sprite.ts'
import type { Sprite } from './layer.ts'

/** Where a figure's shade falls on the ground, in units of the shorter side. */
export type Fall = {
  x: number
  foot: number
  width: number
  height: number
  /** Sideways lean of the shade per unit of the figure's height. */
  lean: number
  /** Length of the shade on screen per unit of height; negative falls toward the lens. */
  reach: number
  strength: number
  mirrored: boolean
}

const cells = 160

/** A soft cast shadow with a darker contact under the foot, as black texels. */
export function shadowSprite(figure: SubjectSprite, fall: Fall): Sprite {
  const { width: fw, height: fh } = fall
  const drop = Math.max(0, -fall.reach) * fh
  const rise = Math.max(0, fall.reach) * fh
  const pad = fw * 0.32 + fh * 0.1
  const left = fall.x - fw / 2 - pad + Math.min(0, fall.lean * fh)
  const right = fall.x + fw / 2 + pad + Math.max(0, fall.lean * fh)
  const step = (right - left) / cells
  const top = fall.foot + rise + pad * 0.4
  const height = Math.max(4, Math.ceil((top - (fall.foot - drop - pad * 0.5)) / step))
  const dark = new Float32Array(cells * height)
  for (let j = 0; j < height; j++) {
    const along = (top - (j + 0.5) * step - fall.foot) / (fall.reach * fh)
    for (let i = 0; i < cells; i++) {
      const x = left + (i + 0.5) * step
      let k = 0
      if (along >= 0 && along < 1) {
        const u = (x - fall.x - fall.lean * fh * along) / fw + 0.5
        const px = Math.floor((fall.mirrored ? 1 - u : u) * figure.width)
        const py = Math.floor((1 - along) * figure.height)
        if (px >= 0 && px < figure.width) {
          const a = figure.rgba[(py * figure.width + px) * 4 + 3] ?? 0
          k = (a / 255) * fall.strength * (1 - 0.5 * along)
        }
      }
      const cx = (x - fall.x) / (fw * 0.56)
      const cy = (top - (j + 0.5) * step - fall.foot + fh * 0.012) / (fw * 0.12 + fh * 0.035)
      const round = cx * cx + cy * cy
      const contact = 0.9 * Math.exp(-round * (0.6 + round))
      dark[j * cells + i] = 1 - (1 - k) * (1 - contact)
    }
  }
  const texels = new Uint16Array(cells * height * 4)
  blur(dark, cells, height).forEach((k, n) => (texels[n * 4 + 3] = Math.min(1, k) * 8192))
  return { width: cells, height, texels, left, top, step }
}

function blur(source: Float32Array, width: number, height: number): Float32Array {
  let from = source
  for (let round = 0; round < 2; round++) {
    const to = new Float32Array(from.length)
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) {
        let sum = 0
        let n = 0
        for (let y = Math.max(0, j - 1); y <= Math.min(height - 1, j + 1); y++) {
          for (let x = Math.max(0, i - 2); x <= Math.min(width - 1, i + 2); x++) {
            sum += from[y * width + x] ?? 0
            n++
          }
        }
        const rim = i < 3 || j < 2 || i > width - 4 || j > height - 3
        to[j * width + i] = rim ? 0 : sum / n
      }
    }
    from = to
  }
  return from
}
