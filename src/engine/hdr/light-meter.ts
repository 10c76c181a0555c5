import type { LightLevels } from '../media/light-metadata.ts'

const whole = (nit: number) => Math.min(65_535, Math.max(1, Math.ceil(nit)))

/** Measures a clip as CTA-861.3 does: over all frames, rounded up to whole cd/m². */
export class LightMeter {
  #most = 0
  #mean = 0

  add({ mostNit, meanNit }: { mostNit: number; meanNit: number }): void {
    this.#most = Math.max(this.#most, mostNit)
    this.#mean = Math.max(this.#mean, meanNit)
  }

  /** 1…65535: 0 would say that nothing is known. */
  get levels(): LightLevels {
    return { max_cll: whole(this.#most), max_fall: whole(this.#mean) }
  }
}
