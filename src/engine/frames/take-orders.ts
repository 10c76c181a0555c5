import { parentPort } from 'node:worker_threads'
import type { CrewAnswer } from './crew.ts'

const answer = (reply: CrewAnswer) => parentPort?.postMessage(reply, [])

/** The worker's side of a crew: obeys each order and says that it is done, or why not. */
export function takeOrders<Order extends object>(obey: (order: Order) => Promise<void>): void {
  parentPort?.on('message', (order: Order & { id: number }) => {
    const { id } = order
    obey(order).then(
      () => answer({ id }),
      (error: unknown) =>
        answer({ id, error: error instanceof Error ? error.message : String(error) }),
    )
  })
}
