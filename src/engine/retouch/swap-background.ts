import { coverageOf } from '../reading/soft-mask.ts'
import type { Pixels } from '../reading/pixels.ts'
import { planesOf } from '../reading/planes-of.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import { shrink } from '../reading/shrink.ts'
import { blurredSheet } from './blurred-sheet.ts'
import type { Paste } from './ops/paste.ts'
import type { Step } from './step.ts'

type Mean = { l: number; a: number; b: number }

function meanOf(lab: Float32Array, weight: (p: number) => number): Mean {
  let [n, l, a, b] = [1e-6, 0, 0, 0]
  for (let p = 0; p < lab.length / 3; p++) {
    const w = weight(p)
    n += w
    l += lab[p * 3]! * w
    a += lab[p * 3 + 1]! * w
    b += lab[p * 3 + 2]! * w
  }
  return { l: l / n, a: a / n, b: b / n }
}

/** A soft shade where the subject meets the ground; none when it is cut by the frame's lower edge. */
function contactShadow(picture: Pixels, cover: Float32Array, w: number, h: number): Paste | null {
  let [left, right, foot] = [w, 0, 0]
  for (let p = 0; p < cover.length; p++) {
    if (cover[p]! < 0.5) continue
    foot = Math.max(foot, Math.floor(p / w))
  }
  if (foot === 0 || foot >= h - 2) return null
  for (let p = Math.max(0, Math.floor(foot - h * 0.06)) * w; p < (foot + 1) * w; p++) {
    if (cover[p]! < 0.5) continue
    left = Math.min(left, p % w)
    right = Math.max(right, p % w)
  }
  const wide = Math.max(0.04, (right - left + 1) / w)
  const [cx, cy] = [(left + right + 1) / 2 / w, (foot + 0.5) / h]
  const { width: full, height: tall } = picture
  const flat = Math.max(0.012, wide * 0.16 * (full / tall))
  const x0 = Math.floor((cx - wide * 1.1) * full)
  const y0 = Math.floor((cy - flat * 2) * tall)
  const width = Math.ceil(wide * 2.2 * full)
  const height = Math.min(tall - y0, Math.ceil(flat * 4 * tall))
  const alpha = new Uint8Array(width * height)
  for (let p = 0; p < alpha.length; p++) {
    const u = ((p % width) + x0 + 0.5) / full - cx
    const v = (Math.floor(p / width) + y0 + 0.5) / tall - cy
    const near = (u / (wide * 0.62)) ** 2 + (v / flat) ** 2
    alpha[p] = 158 * Math.exp(-near * 1.3)
  }
  const rgb = new Uint8Array(width * height * 3)
  return { do: 'paste', left: x0, top: y0, width, height, rgb, alpha, behindSubject: true }
}

/** Puts a scene of the same size behind the subject, and the subject into the scene's light. */
export function swapBackground(picture: Pixels, reading: SceneReading, scene: Pixels): Step[] {
  const { planes, subject } = reading
  const { width, height } = planes
  const rows = { width, height, row0: 0, rows: height, rgb: planes.picture.rgb }
  const cover = coverageOf(subject.mask, rows)
  const outside = (u: number, v: number) => {
    const x = Math.min(width - 1, Math.floor(u * width))
    const y = Math.min(height - 1, Math.floor(v * height))
    return (1 - cover[y * width + x]!) ** 3
  }
  const old = blurredSheet(picture, 0.02, outside)
  const behind = planesOf(shrink(scene, Math.max(width, height)))
  const before = meanOf(planes.lab, (p) => 1 - cover[p]!)
  const after = meanOf(behind.lab, () => 1)
  const light = Math.min(1.14, Math.max(0.82, 1 + (after.l - before.l) * 0.35))
  const tint = [(after.a - before.a) * 0.35, (after.b - before.b) * 0.35] as const
  const shadow = contactShadow(picture, cover, width, height)
  return [
    { do: 'backdrop', picture: scene, old },
    ...(shadow ? [shadow] : []),
    {
      do: 'grade',
      gain: light ** 3,
      shadows: tint,
      lights: tint,
      where: { mask: 'subject' },
    },
  ]
}
