import type { SceneSpec, Style } from '#engine/scene/scene-spec.ts'

/** Passes over neighbouring pixels after the tone curve, in the kernel's numbering. */
export const brushKinds = ['ink', 'manga', 'watercolour', 'oil'] as const
type BrushKind = (typeof brushKinds)[number]

/** How the linear frame becomes a picture: curve, colour, grain and a painterly pass. */
export type Look = {
  exposure: number
  contrast: number
  saturation: number
  vignette: number
  grain: number
  bloom: number
  /** Added to black and taken from white, display 0…1, per channel. */
  lift: readonly [number, number, number]
  drop: readonly [number, number, number]
  brush: BrushKind | null
  paper: readonly [number, number, number]
}

const plain: Look = {
  exposure: 1,
  contrast: 1.14,
  saturation: 1,
  vignette: 0.14,
  grain: 0,
  bloom: 0.14,
  lift: [0, 0, 0],
  drop: [0, 0, 0],
  brush: null,
  paper: [0.97, 0.955, 0.92],
}

const changes: Record<Style, (look: Look) => Look> = {
  film: (l) => ({
    ...l,
    grain: 7,
    saturation: l.saturation * 0.92,
    lift: [0.035, 0.04, 0.05],
    drop: [0.0, 0.02, 0.06],
    bloom: 0.2,
    vignette: 0.24,
  }),
  noir: (l) => ({
    ...l,
    saturation: 0,
    contrast: 1.5,
    grain: 9,
    vignette: 0.5,
    exposure: 0.92,
    bloom: 0.2,
  }),
  watercolour: (l) => ({
    ...l,
    brush: 'watercolour',
    saturation: 1.2,
    contrast: 0.95,
    exposure: 1.3,
    grain: 0,
    vignette: 0,
    lift: [0.05, 0.05, 0.06],
  }),
  neon: (l) => ({
    ...l,
    saturation: 1.6,
    contrast: 1.25,
    bloom: 0.42,
    exposure: 0.95,
    vignette: 0.32,
    lift: [0.02, 0, 0.05],
  }),
  pastel: (l) => ({
    ...l,
    saturation: 0.85,
    contrast: 0.78,
    exposure: 1.35,
    lift: [0.1, 0.075, 0.11],
    drop: [0, 0.01, 0.01],
    vignette: 0,
    bloom: 0.26,
  }),
  line_art: (l) => ({ ...l, brush: 'ink', grain: 0, vignette: 0, bloom: 0 }),
  manga: (l) => ({
    ...l,
    brush: 'manga',
    saturation: 0,
    contrast: 1.25,
    grain: 0,
    vignette: 0,
    bloom: 0.05,
    exposure: 1.15,
  }),
  minimal: (l) => ({
    ...l,
    saturation: 0.85,
    contrast: 0.9,
    grain: 0,
    vignette: 0,
    bloom: 0.12,
    exposure: 1.2,
    lift: [0.03, 0.03, 0.03],
  }),
  vintage: (l) => ({
    ...l,
    saturation: 0.62,
    contrast: 0.9,
    grain: 8,
    lift: [0.1, 0.06, 0.04],
    drop: [0.02, 0.07, 0.2],
    vignette: 0.5,
    bloom: 0.2,
  }),
  oil: (l) => ({ ...l, brush: 'oil', saturation: 1.25, contrast: 1.12, grain: 0, bloom: 0.08 }),
}

/** What the film curve gets of one unit of light. */
export const filmExposure = ({ exposure }: Look) => exposure * 0.66

/** The look of a spec's styles, laid over each other in order. */
export function look(spec: SceneSpec, exposure: number): Look {
  const base = { ...plain, exposure }
  return spec.styles.reduce((l, style) => {
    const next = changes[style](l)
    return next.exposure === l.exposure ? next : { ...next, exposure: next.exposure * exposure }
  }, base)
}
