import type { Family, SceneSpec } from '#engine/scene/scene-spec.ts'

/** A plain bright day of a family, for tests and benches; changes lie over it. */
export function sampleSpec(family: Family, changes: Partial<SceneSpec> = {}): SceneSpec {
  return {
    version: 1,
    prompt: family.replace('_', ' '),
    seed: 1234,
    family,
    time_of_day: 'golden_hour',
    weather: 'clear',
    season: 'summer',
    palette: {
      name: 'ember',
      sky_high: [0.12, 0.16, 0.42],
      sky_low: [1, 0.52, 0.22],
      ground_light: [0.38, 0.26, 0.1],
      ground_dark: [0.07, 0.05, 0.06],
      accent: [1, 0.45, 0.1],
    },
    light: { azimuth: -0.4, elevation: 9, colour: [1.9, 1.1, 0.5], hardness: 0.7 },
    camera: { move: 'push_in', amount: 0.6 },
    styles: [],
    subjects: [],
    text: null,
    density: 0.6,
    not_understood: [],
    ...changes,
  }
}
