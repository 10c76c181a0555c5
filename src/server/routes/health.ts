import { Hono } from 'hono'
import type { Health, World } from '#contract/generation.ts'

export function healthRoutes(engine: World, version: string) {
  const health: Health = { status: 'ok', engine, version }
  return new Hono().get('/', (context) => context.json(health))
}
