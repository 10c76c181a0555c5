const knee = 0.4
const most = 1.6

/** Light of a display value of an ordinary picture, 1.0 = its white (IEC 61966-2-1). */
export const lightOfDisplay = (v: number) =>
  v <= 0.040_45 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4

/** How much brighter light of an eight-bit picture is shown in HDR: gently, and only its highlights. */
export function gainOf(light: number): number {
  const k = Math.min(1, Math.max(0, (light - knee) / (1 - knee)))
  return 1 + (most - 1) * k * k
}
