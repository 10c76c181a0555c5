import { parentPort } from 'node:worker_threads'
import type { FrameMaker, MakerModule } from './frame-maker.ts'

/** What the pool asks of a worker; each order is answered once, with its number. */
export type FrameOrder = { id: number } & (
  | { do: 'open'; maker: string; init: unknown }
  | { do: 'frame'; index: number; input: Uint8Array; output: Uint8Array }
)
export type FrameAnswer = { id: number; error?: string }

let make: FrameMaker | null = null

async function obey(order: FrameOrder): Promise<void> {
  if (order.do === 'open') {
    const { openMaker } = (await import(order.maker)) as MakerModule<unknown>
    make = await openMaker(order.init)
  } else if (make) make(order.index, order.input, order.output)
  else throw new Error('no maker is open')
}

const answer = (reply: FrameAnswer) => parentPort?.postMessage(reply, [])

parentPort?.on('message', (order: FrameOrder) => {
  obey(order).then(
    () => answer({ id: order.id }),
    (error: unknown) =>
      answer({ id: order.id, error: error instanceof Error ? error.message : String(error) }),
  )
})
