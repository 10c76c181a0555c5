import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'

/**
 * The SHA-256 of the key that a request carries: any key that begins `luma-api-`.
 *
 * @throws Refusal 401
 */
export function ownerOf(authorization: string | null | undefined): string {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!key) throw new Refusal(401, 'Missing or invalid API key')
  if (!/^luma-api-./.test(key)) throw new Refusal(401, 'Invalid API key')
  return createHash('sha256').update(key).digest('hex')
}
