import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { basicAuth } from 'hono/basic-auth'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** HTTP basic authentication under any user name. */
export function requirePassword(password: string): MiddlewareHandler {
  const expected = digest(password)
  return basicAuth({ verifyUser: (_name, given) => timingSafeEqual(digest(given), expected) })
}
