import type { Env } from '../env.ts'
import { createPoolTransport } from './pool-transport.ts'
import { createUpstream, type Upstream } from './upstream.ts'

/** Luma, or whoever answers at the configured address. */
export function openLuma({ baseUrl, key }: Pick<Env, 'baseUrl' | 'key'>): Upstream {
  const transport = createPoolTransport(new URL(baseUrl).origin)
  return createUpstream({ world: 'luma', transport, baseUrl, key: key ?? '' })
}
