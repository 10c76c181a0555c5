import type { MakerModule } from '../frames/frame-maker.ts'
import { openBrush } from './ops/brush.ts'
import { applyStep, type Step } from './step.ts'
import { closeStrip, openStrip, type Masks } from './strip.ts'

export type RetouchPlan = {
  width: number
  height: number
  /** Rows of a strip, and the rows beyond it that are given along on both sides. */
  stripRows: number
  halo: number
  steps: readonly Step[]
  masks: Masks
}

/** Strip `index` of a picture: its rows with the halo that lies inside the picture, RGB in and out. */
export const openMaker: MakerModule<RetouchPlan>['openMaker'] = async (plan) => {
  const { width, height, stripRows, halo, steps, masks } = plan
  const draws = steps.some((step) => step.do === 'brush')
  const desk = await openBrush(draws ? width * Math.min(height, stripRows + 2 * halo) : 0)
  return (index, input, output) => {
    const first = index * stripRows
    const count = Math.min(stripRows, height - first)
    const row0 = Math.max(0, first - halo)
    const rows = Math.min(height, first + count + halo) - row0
    const strip = openStrip(
      { width, height, row0, rows, rgb: input.subarray(0, rows * width * 3) },
      masks,
    )
    for (const step of steps) applyStep(strip, step, desk)
    closeStrip(strip, first - row0, count, output)
  }
}
