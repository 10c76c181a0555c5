import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

type Settings = { clock: () => number; lifetimeMs: number }

/** Links to outputs that need no key and die by themselves, as the upstream's do. */
export function createSignedLinks({ clock, lifetimeMs }: Settings) {
  const secret = randomBytes(32)
  const sign = (path: string, expires: string) =>
    createHmac('sha256', secret).update(`${path}\n${expires}`).digest('hex')

  return {
    mint(origin: string, path: string): string {
      const expires = String(Math.ceil((clock() + lifetimeMs) / 1000))
      return `${origin}${path}?expires=${expires}&signature=${sign(path, expires)}`
    },
    isValid(link: URL): boolean {
      const expires = link.searchParams.get('expires') ?? ''
      const given = Buffer.from(link.searchParams.get('signature') ?? '')
      const due = Buffer.from(sign(link.pathname, expires))
      const isOurs = given.length === due.length && timingSafeEqual(given, due)
      return isOurs && clock() < Number(expires) * 1000
    },
  }
}
export type SignedLinks = ReturnType<typeof createSignedLinks>
