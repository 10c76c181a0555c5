import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../env.ts'
import { ProblemError } from '../problem-error.ts'

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = {
  'content-security-policy': csp,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
}

const bareName = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()

function nameOf(host: string): string | null {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
  return url && url.host === host.toLowerCase().replace(/:80$/, '') ? bareName(url.hostname) : null
}

const open = new Set(['0.0.0.0', '::'])

/**
 * Only under a name of this server, so that a foreign name which resolves to this machine gets
 * nothing. A server for everybody (0.0.0.0) has any name and relies on its password.
 */
export function requireOwnHost(host: string): MiddlewareHandler {
  const isOwn = (asked: string) => {
    const name = nameOf(asked)
    return name !== null && (isLoopback(name) || name === host || open.has(host))
  }
  return async ({ req }, next) => {
    const asked = new URL(req.url).host
    if (!isOwn(asked) || !isOwn(req.header('host') ?? asked)) {
      throw new ProblemError('forbidden', 'This server does not answer to this name.')
    }
    await next()
  }
}

/** Nothing is told to, or done for, pages of another origin. */
export const requireOwnOrigin: MiddlewareHandler = async ({ req }, next) => {
  const origin = req.header('origin')
  const host = req.header('host') ?? new URL(req.url).host
  const site = req.header('sec-fetch-site')
  const isOwn =
    (origin === undefined || origin === `http://${host}` || origin === `https://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  if (!isOwn) throw new ProblemError('forbidden', 'Another site may not use this server.')
  await next()
}
