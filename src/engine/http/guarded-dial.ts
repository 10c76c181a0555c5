import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent } from 'undici'
import { isPublicAddress } from '#contract/public-address.ts'

/** Says whether this address may be dialled on this port. */
export type AllowAddress = (address: string, port: number) => boolean
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

/** A reason why an address is not fetched, as it stands in brackets in the answer. */
export class DialFault extends Error {}

const ports = new Set([80, 443])
const connectMs = 10_000

export const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true })
export const publicOnly: AllowAddress = (address, port) =>
  isPublicAddress(address) && ports.has(port)

async function addressesOf(host: string, resolve: Resolve) {
  const family = isIP(host)
  if (family) return [{ address: host, family }]
  try {
    return await resolve(host)
  } catch {
    throw new DialFault('host not found')
  }
}

/**
 * An agent for one request to `url` that dials only what was resolved and judged here: every
 * address of the name must be allowed, and a name that changes its mind afterwards changes nothing.
 * The caller destroys it.
 *
 * @throws DialFault
 */
export async function openGuardedDial(url: URL, allow: AllowAddress, resolve: Resolve) {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new DialFault('only http and https')
  }
  if (url.username || url.password) throw new DialFault('no credentials in a URL')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const found = await addressesOf(url.hostname.replace(/^\[|\]$/g, ''), resolve)
  if (!found.length) throw new DialFault('host not found')
  if (!found.every(({ address }) => allow(address, port))) {
    const isPublic = found.every(({ address }) => isPublicAddress(address))
    throw new DialFault(isPublic ? 'only ports 80 and 443' : 'not a public address')
  }
  return new Agent({
    connect: {
      timeout: connectMs,
      lookup: (_host, { all }, done) => {
        const [first] = found
        if (all) done(null, found)
        else done(null, first!.address, first!.family)
      },
    },
  })
}
