import { backdrop, type Backdrop } from './ops/backdrop.ts'
import { brushHalo, type BrushDesk, type BrushStep } from './ops/brush.ts'
import { dye, type Dye } from './ops/dye.ts'
import { fall, type Fall } from './ops/fall.ts'
import { finish, type Finish } from './ops/finish.ts'
import { fog, type Fog } from './ops/fog.ts'
import { foliage, type Foliage } from './ops/foliage.ts'
import { grade, type Grade } from './ops/grade.ts'
import { lamps, type Lamps } from './ops/lamps.ts'
import { paste, type Paste } from './ops/paste.ts'
import { sharpen, sharpenHalo, type Sharpen } from './ops/sharpen.ts'
import { sky, type Sky } from './ops/sky.ts'
import { snowCover, type SnowCover } from './ops/snow-cover.ts'
import { soften, type Soften } from './ops/soften.ts'
import { transfer, type Transfer } from './ops/transfer.ts'
import type { Strip } from './strip.ts'

/** One change to a picture as plain data; steps are applied in order, to strips of any height. */
export type Step =
  | Backdrop
  | BrushStep
  | Dye
  | Fall
  | Finish
  | Fog
  | Foliage
  | Grade
  | Lamps
  | Paste
  | Sharpen
  | Sky
  | SnowCover
  | Soften
  | Transfer

/** Rows above and below that a strip must have besides its own, for all steps together. */
export function haloOf(steps: readonly Step[], unit: number): number {
  return steps.reduce((sum, step) => {
    if (step.do === 'brush') return sum + brushHalo(unit)
    return step.do === 'sharpen' ? sum + sharpenHalo(unit) : sum
  }, 0)
}

export function applyStep(strip: Strip, step: Step, desk: BrushDesk): void {
  switch (step.do) {
    case 'backdrop':
      return backdrop(strip, step)
    case 'brush':
      return desk.draw(strip, step)
    case 'dye':
      return dye(strip, step)
    case 'fall':
      return fall(strip, step)
    case 'finish':
      return finish(strip, step)
    case 'fog':
      return fog(strip, step)
    case 'foliage':
      return foliage(strip, step)
    case 'grade':
      return grade(strip, step)
    case 'lamps':
      return lamps(strip, step)
    case 'paste':
      return paste(strip, step)
    case 'sharpen':
      return sharpen(strip, step)
    case 'sky':
      return sky(strip, step)
    case 'snow-cover':
      return snowCover(strip, step)
    case 'soften':
      return soften(strip, step)
    case 'transfer':
      return transfer(strip, step)
  }
}
