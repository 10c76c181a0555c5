/** Distances of a ruler's marks, in frames. */
export type RulerSteps = { label: number; line: number }

const labelPx = 64
const linePx = 7

const divisors = (value: number) =>
  Array.from({ length: value }, (_, index) => index + 1).filter((step) => value % step === 0)

const candidates = (fps: number) => {
  const base = Math.max(1, Math.round(fps))
  return [...divisors(base), ...[2, 5, 10, 15, 30, 60, 300].map((seconds) => seconds * base)]
}

/** The closest marks that can still be read: parts of a second that come out even, or seconds. */
export function rulerSteps(perFramePx: number, fps: number): RulerSteps {
  const steps = candidates(fps)
  const closest = (px: number) => steps.find((step) => step * perFramePx >= px) ?? steps.at(-1) ?? 1
  const label = closest(labelPx)
  const fine = closest(linePx)
  return { label, line: label % fine === 0 ? fine : label }
}
