const m1 = 2610 / 16_384
const m2 = (2523 / 4096) * 128
const c1 = 3424 / 4096
const c2 = (2413 / 4096) * 32
const c3 = (2392 / 4096) * 32

/** Diffuse white of graphics and pictures in HDR, cd/m² (ITU-R BT.2408). */
export const diffuseWhiteNit = 203

/** Signal 0…1 of light in cd/m², at most 10 000 (SMPTE ST 2084). */
export function pqOf(nit: number): number {
  const y = Math.min(1, Math.max(0, nit / 10_000)) ** m1
  return ((c1 + c2 * y) / (1 + c3 * y)) ** m2
}

/** Light in cd/m² of a signal 0…1 (SMPTE ST 2084). */
export function nitOf(signal: number): number {
  const e = Math.min(1, Math.max(0, signal)) ** (1 / m2)
  return 10_000 * (Math.max(e - c1, 0) / (c2 - c3 * e)) ** (1 / m1)
}
