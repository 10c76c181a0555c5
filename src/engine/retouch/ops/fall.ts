import { cellNoise } from '../noise.ts'
import type { Strip } from '../strip.ts'

export type Fall = {
  do: 'fall'
  kind: 'rain' | 'snow' | 'leaves' | 'petals'
  /** 0 a little … 1 a lot. */
  amount: number
  seed: number
}

type Look = {
  count: number
  /** Per 1/720 of the shorter side. */
  length: number
  width: number
  speed: number
  lean: number
  soft: number
}

const looks: Record<Fall['kind'], Look> = {
  rain: { count: 1500, length: 46, width: 0.8, speed: 1500, lean: 0.16, soft: 1 },
  snow: { count: 900, length: 0, width: 2.4, speed: 90, lean: 0.25, soft: 2.2 },
  leaves: { count: 46, length: 7, width: 3.2, speed: 80, lean: 0.9, soft: 0.8 },
  petals: { count: 60, length: 4, width: 2.4, speed: 60, lean: 0.7, soft: 0.8 },
}

function colourOf(kind: Fall['kind'], pick: number): readonly [number, number, number] {
  if (kind === 'leaves') return [0.45 + 0.25 * pick, 0.1 - 0.05 * pick, 0.09 + 0.05 * pick]
  if (kind === 'petals') return [0.86, 0.05, 0.005]
  return kind === 'snow' ? [0.97, -0.002, -0.006] : [0.86, -0.005, -0.02]
}

/** Rain, snow, leaves or petals in the air, at every distance. */
export function fall(strip: Strip, { kind, amount, seed }: Fall): void {
  const { lab, width, height, row0, rows, unit, timeS } = strip
  const look = looks[kind]
  const aspect = Math.max(width, height) / Math.min(width, height)
  const count = Math.round(look.count * aspect * (0.3 + 0.7 * amount))
  for (let n = 0; n < count; n++) {
    const r = (k: number) => cellNoise(n, k, seed)
    const near = kind === 'rain' ? 0.25 + 0.75 * r(0) ** 2 : 0.22 + r(0) ** 3 * 1.5
    const thick = look.width * unit * near * (0.7 + 0.6 * r(1))
    const long = look.length * unit * near
    const turn = kind === 'leaves' || kind === 'petals' ? (r(5) - 0.5) * 6 : look.lean
    const span = height + 2 * long + 20 * unit
    const y = ((r(2) * span + timeS * look.speed * unit * near) % span) - long - 10 * unit
    const drift = look.lean * (kind === 'rain' ? 1 : Math.sin(timeS * 1.3 + n) * 0.4)
    const x = r(3) * (width + long) - long / 2 - drift * timeS * look.speed * unit * near * 0.2
    const reach = thick * look.soft + 1
    const top = Math.min(y, y + long) - reach
    const bottom = Math.max(y, y + long) + reach
    if (bottom < row0 || top >= row0 + rows) continue
    const [l, a, b] = colourOf(kind, r(6))
    const alpha = kind === 'rain' ? 0.1 + 0.2 * near : kind === 'snow' ? 0.88 - 0.3 * near : 0.92
    const dx = kind === 'rain' ? -turn * long : Math.cos(turn) * long
    const dy = kind === 'rain' ? long : Math.sin(turn) * long
    const i0 = Math.floor(Math.min(x, x + dx) - reach)
    const i1 = Math.ceil(Math.max(x, x + dx) + reach)
    const j0 = Math.max(row0, Math.floor(Math.min(y, y + dy) - reach))
    const j1 = Math.min(row0 + rows - 1, Math.ceil(Math.max(y, y + dy) + reach))
    const whole = dx * dx + dy * dy
    for (let j = j0; j <= j1; j++) {
      for (let i = Math.max(0, i0); i <= Math.min(width - 1, i1); i++) {
        const t = whole > 0 ? Math.min(1, Math.max(0, ((i - x) * dx + (j - y) * dy) / whole)) : 0
        const away = Math.hypot(i - x - t * dx, j - y - t * dy)
        const taper = kind === 'rain' || whole === 0 ? 1 : 1 - (2 * t - 1) ** 2 * 0.75
        const k = Math.min(1, Math.max(0, (thick * taper - away) / look.soft + 0.5)) * alpha
        if (k <= 0) continue
        const at = ((j - row0) * width + i) * 3
        lab[at] = lab[at]! + (l - lab[at]!) * k
        lab[at + 1] = lab[at + 1]! + (a - lab[at + 1]!) * k
        lab[at + 2] = lab[at + 2]! + (b - lab[at + 2]!) * k
      }
    }
  }
}
