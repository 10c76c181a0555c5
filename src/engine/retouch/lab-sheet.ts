/** Soft colours over the whole frame, any size: Oklab and a fourth number of each step's own. */
export type LabSheet = { width: number; height: number; lab: Float32Array }

/** Reads a sheet of four numbers a cell between its cells; `to` gets them. */
export function sampleSheet(
  { width, height, lab }: LabSheet,
  u: number,
  v: number,
  to: Float32Array,
): void {
  const x = Math.min(Math.max(u * width - 0.5, 0), width - 1)
  const y = Math.min(Math.max(v * height - 0.5, 0), height - 1)
  const i = x | 0
  const j = y | 0
  const fx = x - i
  const fy = y - j
  const right = i < width - 1 ? 4 : 0
  const down = j < height - 1 ? width * 4 : 0
  const p = (j * width + i) * 4
  for (let k = 0; k < 4; k++) {
    const top = lab[p + k]! * (1 - fx) + lab[p + right + k]! * fx
    const bottom = lab[p + down + k]! * (1 - fx) + lab[p + down + right + k]! * fx
    to[k] = top * (1 - fy) + bottom * fy
  }
}
