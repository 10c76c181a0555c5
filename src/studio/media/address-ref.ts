import type { MediaRef } from '#contract/media-ref.ts'
import { isPublicAddress } from '#contract/public-address.ts'

export const clipTypes = ['video/mp4', 'video/quicktime', 'video/webm'] as const
export type ClipType = (typeof clipTypes)[number]

const typeByEnding: Record<string, ClipType> = {
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  qt: 'video/quicktime',
  webm: 'video/webm',
}

/** Names that never lead out of a machine or a house. */
const indoors = /^(localhost|.*\.(localhost|local|internal|lan|home|test|invalid))$/i

/** What kind of clip an address seems to name by its ending. */
export function guessClipType(text: string): ClipType | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  const ending = url?.pathname.split('.').at(-1)?.toLowerCase() ?? ''
  return typeByEnding[ending] ?? null
}

function isOutdoors(hostname: string) {
  if (/^\[|^[\d.]+$/.test(hostname)) return isPublicAddress(hostname.replace(/^\[|\]$/g, ''))
  return hostname.includes('.') && !indoors.test(hostname)
}

type Read = { ref: MediaRef } | { reason: string }

/** A public address as a reference, or why it is none. The upstream fetches it, not this page. */
export function addressRef(text: string, clipType: ClipType | null): Read {
  const given = text.trim()
  if (!given) return { reason: 'Give an address that begins https://.' }
  if (!URL.canParse(given)) return { reason: 'This is no address: it begins https://.' }
  const { protocol, hostname, username, href } = new URL(given)
  if (protocol !== 'https:') return { reason: 'Only addresses that begin https:// are fetched.' }
  if (username) return { reason: 'An address with a name and password in it is not fetched.' }
  if (!isOutdoors(hostname)) {
    return { reason: 'Luma can only fetch public addresses. Upload the file instead.' }
  }
  return { ref: { url: href, ...(clipType && { media_type: clipType }) } }
}
