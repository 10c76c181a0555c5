import type { Understood } from '#contract/generation.ts'
import type { LightLevels } from '../media/light-metadata.ts'
import { peakNit } from './light-curve.ts'
import { diffuseWhiteNit } from './pq.ts'

export type HdrTold = {
  exr: boolean
  /** Where the light comes from; `null` before the first frame. */
  source: 'scene' | 'picture' | 'both' | null
  /** Measured, once the clip is finished. */
  levels: LightLevels | null
}

const sources = {
  scene: 'the light of the scene itself',
  picture: 'expanded from SDR: only the highlights are lifted, there is no more range behind them',
  both: 'partly the light of the scene itself, partly expanded from SDR',
}

/** What is said of an HDR clip: what it is, where its range comes from, and what was measured. */
export function hdrFacts({ exr, source, levels }: HdrTold): Understood['facts'] {
  const facts = [
    {
      label: 'HDR',
      value: `HDR10 (10-bit H.265, BT.2020, PQ) for a display of ${peakNit} cd/m², white at ${diffuseWhiteNit} cd/m², with an SDR copy for browsers`,
    },
  ]
  if (source) facts.push({ label: 'Range', value: sources[source] })
  if (levels) {
    const { max_cll, max_fall } = levels
    facts.push({
      label: 'Measured light',
      value: `brightest pixel ${max_cll} cd/m² (MaxCLL), brightest frame ${max_fall} cd/m² on average (MaxFALL)`,
    })
  }
  if (exr) {
    facts.push({
      label: 'EXR',
      value: `every frame in linear light, ACES2065-1, half float, 1.0 = ${diffuseWhiteNit} cd/m²`,
    })
  }
  return facts
}
