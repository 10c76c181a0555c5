import type { SubjectSprite } from '#engine/scene/subject-sprite.ts'
import type { Stage } from './stage.ts'

const linear = Float32Array.from({ length: 256 }, (_, i) => {
  const c = i / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
})

/** How a scene shines on a figure in it. */
export type Shine = {
  sun: readonly number[]
  above: readonly number[]
  below: readonly number[]
  air: readonly number[]
  /** 0 clear … 1 lost in the air. */
  haze: number
}

/** The light a figure at this nearness stands in. */
export function shineAt(stage: Stage, near: number): Shine {
  const { spec, skyHigh, skyLow, land, lightColour } = stage
  const indoors = ['interior', 'still_life', 'portrait'].includes(spec.family)
  const deep = spec.family === 'underwater'
  const out = spec.family === 'space'
  const k = (stage.night > 0.5 ? 1.5 : 1) * (indoors ? 0.8 : 0.9)
  const base = stage.night > 0.5 ? 0.05 : 0.1
  const sun = lightColour.map((c, i) => c * k * (deep ? ([0.45, 0.8, 0.9][i] ?? 1) : 1))
  const above = skyHigh.map(
    (c, i) => (0.5 * c + 0.25 * (skyLow[i] ?? 0)) * (out ? 0.3 : 0.75) + base,
  )
  const below = land.map((c, i) => 0.22 * c + 0.1 * (skyLow[i] ?? 0) + base * 0.6)
  const water = [skyHigh[0] * 0.2, skyHigh[1] * 0.5 + 0.06, skyHigh[2] * 0.6 + 0.12]
  const far = (1 - Math.min(1, near)) ** 2
  const haze =
    out || indoors ? 0 : deep ? 0.15 + 0.55 * far : far * 0.42 + stage.fog * (0.15 + 0.5 * far)
  return { sun, above, below, air: deep ? water : skyLow, haze: Math.min(0.85, haze) }
}

/** Relights a figure: premultiplied linear texels, u16, 8192 = 1.0. */
export function lightSprite(
  sprite: SubjectSprite,
  stage: Stage,
  shine: Shine,
  mirrored: boolean,
): Uint16Array {
  const { width, height, rgba, normal } = sprite
  const [lx, ly, lz] = stage.light
  const hard = stage.spec.light.hardness
  const wrap = 0.55 - 0.4 * hard
  const texels = new Uint16Array(width * height * 4)
  const [sr = 0, sg = 0, sb = 0] = shine.sun
  const [ur = 0, ug = 0, ub = 0] = shine.above
  const [dr = 0, dg = 0, db = 0] = shine.below
  const [ar = 0, ag = 0, ab = 0] = shine.air
  const sign = mirrored ? -1 : 1
  const clear = 1 - shine.haze
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const from = j * width + (mirrored ? width - 1 - i : i)
      const alpha = rgba[from * 4 + 3] as number
      if (alpha === 0) continue
      const nx = (normal[from * 3] as number) * sign
      const ny = -(normal[from * 3 + 1] as number)
      const nz = normal[from * 3 + 2] as number
      const key = (Math.max(0, nx * lx + ny * ly + nz * lz + wrap) / (1 + wrap)) * 0.85
      const edge = 1 - Math.max(0, nz)
      const rim = edge * edge * edge * Math.max(0, nx * lx * 1.4 + ny * ly + 0.15)
      const half = Math.max(0, nx * lx * 0.6 + ny * ly * 0.6 + nz * 0.8)
      const h2 = half * half
      const h8 = h2 * h2 * h2 * h2
      const shone = rim * 0.4 + h8 * h8 * h8 * 0.16 * hard
      const up = 0.5 + 0.5 * ny
      const k = alpha * (8192 / 255)
      const r = linear[rgba[from * 4] as number] as number
      const g = linear[rgba[from * 4 + 1] as number] as number
      const b = linear[rgba[from * 4 + 2] as number] as number
      const red = r * (sr * key + dr + (ur - dr) * up) + sr * shone
      const green = g * (sg * key + dg + (ug - dg) * up) + sg * shone
      const blue = b * (sb * key + db + (ub - db) * up) + sb * shone
      const to = (j * width + i) * 4
      texels[to] = Math.min(32_767, (red * clear + ar * shine.haze) * k)
      texels[to + 1] = Math.min(32_767, (green * clear + ag * shine.haze) * k)
      texels[to + 2] = Math.min(32_767, (blue * clear + ab * shine.haze) * k)
      texels[to + 3] = k
    }
  }
  return texels
}
