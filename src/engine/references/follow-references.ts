import { mix } from '../scene/colour.ts'
import type { Rgb, SceneSpec } from '../scene/scene-spec.ts'
import { colourName } from './colour-name.ts'
import type { GivenRoles } from './given-roles.ts'
import { paletteLike } from './palette-slots.ts'

const warm: Rgb = [2, 1.12, 0.5]
const neutral: Rgb = [1.6, 1.5, 1.36]
const cool: Rgb = [0.9, 1.1, 1.5]

/** What an unspoken hour, sky and look become because of the references. */
export function leaningOf({ light, style }: GivenRoles) {
  const hour = light[0]?.reference.reading.light.time
  const styles = style.flatMap(({ reference }) => reference.style.styles)
  return { ...(hour && { time: hour }), ...(styles.length > 0 && { styles }) }
}

/** The scene with its colours, light and layout led by references. */
export function followReferences(spec: SceneSpec, roles: GivenRoles, saysHour: boolean): SceneSpec {
  let next = spec
  const { palette, light, composition } = roles
  if (palette.length > 0) {
    const readings = palette.map(({ reference }) => reference.reading)
    const names = palette[0]?.reference.palette.slice(0, 3).map(({ lab }) => colourName(lab)) ?? []
    const name = `from reference ${palette.map(({ number }) => number).join(', ')} (${[...new Set(names)].join(', ')})`
    next = { ...next, palette: paletteLike(next.palette, readings, saysHour ? 0.3 : 0.7, name) }
  }
  const lamp = light[0]?.reference.reading.light
  if (lamp) {
    const side = mix(
      neutral,
      lamp.warmth > 0 ? warm : cool,
      Math.min(1, Math.abs(lamp.warmth) * 1.4),
    )
    const colour = mix(next.light.colour, side, saysHour ? 0.35 : 0.65)
    next = {
      ...next,
      light: { ...next.light, azimuth: lamp.azimuth, hardness: lamp.hardness, colour },
    }
  }
  const layout = composition[0]?.reference.reading
  if (layout) {
    const horizon =
      layout.sky.share > 0.02 ? Math.min(0.8, Math.max(0.22, layout.sky.horizon)) : null
    const [first, ...others] = next.subjects.toSorted((a, b) => a.depth - b.depth)
    const { centre, box, confidence } = layout.subject
    const line = horizon ?? 0.5
    if (first && confidence > 0.2) {
      const flies = first.stance === 'flies' || first.stance === 'swims'
      const y = flies ? centre.y : Math.min(0.95, Math.max(line + 0.06, box.bottom))
      const main = { ...first, x: Math.min(0.88, Math.max(0.12, centre.x)), y }
      next = {
        ...next,
        subjects: [...others.map((s) => ({ ...s, y: kept(s.y, s.stance, line) })), main],
      }
    } else if (horizon !== null) {
      next = {
        ...next,
        subjects: next.subjects.map((s) => ({ ...s, y: kept(s.y, s.stance, line) })),
      }
    }
    if (horizon !== null) next = { ...next, horizon }
    const side = layout.light.azimuth
    if (!lamp) next = { ...next, light: { ...next.light, azimuth: side } }
  }
  return next
}

/** What stands keeps its feet below the new horizon. */
function kept(y: number, stance: string, horizon: number): number {
  return stance === 'flies' || stance === 'swims' ? y : Math.max(y, horizon + 0.05)
}
