import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'

/** What is wrong with a key; `no_credits` can look, but not submit. */
export type KeyState = 'revoked' | 'expired' | 'suspended' | 'deactivated' | 'no_credits'

const refusals: Record<Exclude<KeyState, 'no_credits'>, [status: number, detail: string]> = {
  revoked: [401, 'API key has been revoked'],
  expired: [401, 'API key has expired'],
  suspended: [403, 'API client is suspended'],
  deactivated: [403, 'API client is deactivated'],
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/** Whose request it is: any key that begins `luma-api-` is an account of its own. */
export function createAccounts(keys: Readonly<Record<string, KeyState>>) {
  const penniless = new Set(
    Object.keys(keys)
      .filter((key) => keys[key] === 'no_credits')
      .map(hashOf),
  )
  return {
    /** The SHA-256 of the key that a request carries. @throws Refusal 401, 403 */
    ownerOf(authorization: string | null | undefined): string {
      const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
      if (!key) throw new Refusal(401, 'Missing or invalid API key')
      if (!/^luma-api-./.test(key)) throw new Refusal(401, 'Invalid API key')
      const state = Object.hasOwn(keys, key) ? keys[key] : undefined
      if (state && state !== 'no_credits') throw new Refusal(...refusals[state])
      return hashOf(key)
    },
    /** @throws Refusal 402 */
    pay(owner: string) {
      if (!penniless.has(owner)) return
      throw new Refusal(402, 'Insufficient credits. Please add credits to continue.')
    },
  }
}
export type Accounts = ReturnType<typeof createAccounts>
