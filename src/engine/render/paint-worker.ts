import { takeOrders } from '../frames/take-orders.ts'
import { Brush, stepsOf } from './brush.ts'
import type { Step } from './brush.ts'
import { bindKernels } from './kernels.ts'
import type { Sheet } from './sheet.ts'

/** What the pool asks of a worker. */
export type PaintOrder =
  | { do: 'open'; sheet: Sheet; memory: WebAssembly.Memory; desk: number }
  | { do: 'step'; step: Step; output: number }
  | { do: 'frame'; frame: number; output: number; light: number }

let brush: Brush | null = null
let plan: Step[] = []

async function obey(order: PaintOrder): Promise<void> {
  if (order.do === 'open') {
    brush = new Brush(await bindKernels(order.memory), order.memory, order.sheet, order.desk)
    brush.bake(true)
    brush.aim(0)
    plan = stepsOf(order.sheet)
    return
  }
  if (!brush) throw new Error('no sheet is open')
  if (order.do === 'step') {
    brush.run(order.step, true, { kind: 'rgba', address: order.output })
    return
  }
  brush.aim(order.frame)
  const { output: address, light } = order
  for (const step of plan) brush.run(step, false, { kind: 'i420', address, light })
}

takeOrders(obey)
