import * as z from 'zod/mini'

const defaultBaseUrl = 'https://agents.lumalabs.ai/v1'
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1'])

export const isLoopback = (host: string) => loopbackHosts.has(host)

const port = z.pipe(
  z.string().check(z.regex(/^\d{1,5}$/, 'must be a port number')),
  z.pipe(z.transform(Number), z.number().check(z.maximum(65_535, 'must be at most 65535'))),
)

const settings = z.object({
  LUMA_AGENTS_API_KEY: z.optional(
    z.string().check(z.regex(/^[\x21-\x7e]+$/, 'must be one word without spaces')),
  ),
  LUMA_AGENTS_BASE_URL: z.optional(
    z.string().check(
      z.refine((text) => {
        const url = URL.canParse(text) ? new URL(text) : null
        return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.search
      }, 'must be an http or https address'),
    ),
  ),
  DAILIES_HOST: z.optional(z.string()),
  DAILIES_PORT: z.optional(port),
  DAILIES_DATA: z.optional(z.string()),
  DAILIES_PASSWORD: z.optional(z.string()),
  DAILIES_ENGINE_PORT: z.optional(port),
})

export type Env = {
  key: string | null
  baseUrl: string
  host: string
  /** 0 asks the system for a free one. */
  port: number
  data: string
  password: string | null
  enginePort: number
}

/** Settings that cannot be used; the message lists each with its reason, never with its value. */
class EnvError extends Error {
  constructor(faults: string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'EnvError'
  }
}

/** An empty variable counts as not set. @throws EnvError */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`),
    )
  }
  const env = parsed.data
  const host = env.DAILIES_HOST ?? '127.0.0.1'
  if (!isLoopback(host) && env.DAILIES_PASSWORD === undefined) {
    throw new EnvError([
      'DAILIES_HOST is open to others, so DAILIES_PASSWORD must be set (or keep 127.0.0.1)',
    ])
  }
  return {
    key: env.LUMA_AGENTS_API_KEY ?? null,
    baseUrl: (env.LUMA_AGENTS_BASE_URL ?? defaultBaseUrl).replace(/\/+$/, ''),
    host,
    port: env.DAILIES_PORT ?? 4680,
    data: env.DAILIES_DATA ?? './data',
    password: env.DAILIES_PASSWORD ?? null,
    enginePort: env.DAILIES_ENGINE_PORT ?? 4681,
  }
}
