import type { MakerModule } from './frame-maker.ts'

/** Writes the frame's number plus what it was given; fails at `failAt`. */
export const openMaker: MakerModule<{ failAt?: number }>['openMaker'] =
  async ({ failAt }) =>
  (index, input, output) => {
    if (index === failAt) throw new Error(`frame ${index} fails`)
    output[0] = index + (input[0] ?? 0)
  }
