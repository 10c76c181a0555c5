import type { VideoEncoderOptions } from './media-backend.ts'

/** @throws RangeError naming the option that cannot be encoded. */
export function checkEncoderOptions(options: VideoEncoderOptions): void {
  const { width, height, keyInterval, rate } = options
  const whole = { width, height, keyInterval, 'rate.num': rate.num, 'rate.den': rate.den }
  for (const [field, value] of Object.entries(whole)) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${field} must be a whole number above 0, not ${value}`)
    }
  }
  for (const field of ['width', 'height'] as const) {
    const value = options[field]
    if (value % 2) throw new RangeError(`${field} must be even for 4:2:0 pictures, not ${value}`)
  }
}
