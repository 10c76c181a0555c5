import { Hono } from 'hono'
import { queueOrder } from '#contract/queue.ts'
import { readBody } from '../http/read-body.ts'
import type { QueueDesk } from '../life/queue.ts'

export function queueRoutes({ queue }: { queue: QueueDesk }) {
  return new Hono()
    .get('/', async (context) => context.json(await queue.read()))
    .post('/pause', async (context) => {
      await queue.pause()
      return context.json(await queue.read())
    })
    .post('/resume', async (context) => {
      await queue.resume()
      return context.json(await queue.read())
    })
    .post('/order', async (context) => {
      const { ids } = await readBody(context.req.raw, queueOrder)
      await queue.order(ids.map((id) => id.toLowerCase()))
      return context.json(await queue.read())
    })
}
