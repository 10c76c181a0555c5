import type { FrameMaker, MakerModule } from './frame-maker.ts'
import { takeOrders } from './take-orders.ts'

/** What the pool asks of a worker. */
export type FrameOrder =
  | { do: 'open'; maker: string; init: unknown }
  | { do: 'frame'; index: number; input: Uint8Array; output: Uint8Array }

let make: FrameMaker | null = null

async function obey(order: FrameOrder): Promise<void> {
  if (order.do === 'open') {
    const { openMaker } = (await import(order.maker)) as MakerModule<unknown>
    make = await openMaker(order.init)
  } else if (make) make(order.index, order.input, order.output)
  else throw new Error('no maker is open')
}

takeOrders(obey)
