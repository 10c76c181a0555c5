import { imageSideLimitPx } from '#contract/media-rules.ts'
import { uploadLimits } from '#contract/upload.ts'
import type { Size } from '#contract/size.ts'
import { formatBytes } from '../lib/format-bytes.ts'
import type { SniffedType } from './sniff-type.ts'

/** What can be told of a file before it is sent; absent is what this browser cannot read. */
export type FileFacts = {
  type: SniffedType | null
  bytes: number
  width?: number
  height?: number
  durationS?: number
}

/** A place for media and what it takes. */
export type MediaPlace = {
  holds: 'image' | 'video'
  /** A clip made here may stand where a picture does: it is extended. */
  mayHoldClip?: boolean
  /** The longest clip, seconds. */
  limitS?: number
}

export type Verdict =
  | { is: 'ok' }
  /** Too large, and can be made smaller here. */
  | { is: 'scale'; reason: string; from: Size; to: Size }
  /** Too long, and can be cut once it is uploaded. */
  | { is: 'trim'; reason: string; fromS: number; toS: number }
  | { is: 'refuse'; reason: string }

const refuse = (reason: string): Verdict => ({ is: 'refuse', reason })
const sizeWords = ({ width, height }: Size) => `${width} × ${height}`

/** The largest size of the same shape with no side over the limit. */
export function withinSide({ width, height }: Size, limitPx: number = imageSideLimitPx): Size {
  const factor = Math.min(1, limitPx / Math.max(width, height))
  const side = (px: number) => Math.max(1, Math.min(limitPx, Math.round(px * factor)))
  return { width: side(width), height: side(height) }
}

function checkPicture({ bytes, width, height }: FileFacts): Verdict {
  const isHeavy = bytes > uploadLimits.image
  if (width === undefined || height === undefined) {
    if (!isHeavy) return { is: 'ok' }
    return refuse(
      `This picture has ${formatBytes(bytes)}, and up to 50 MB can be sent. This browser cannot read it to scale it: save it smaller first.`,
    )
  }
  const from = { width, height }
  const to = withinSide(from)
  if (to.width !== width || to.height !== height) {
    const reason = `${sizeWords(from)} px: pictures may be up to ${imageSideLimitPx} px a side.`
    return { is: 'scale', reason, from, to }
  }
  if (!isHeavy) return { is: 'ok' }
  return {
    is: 'scale',
    reason: `${formatBytes(bytes)}: pictures may be up to 50 MB.`,
    from,
    to,
  }
}

function checkClip({ bytes, durationS }: FileFacts, { holds, limitS }: MediaPlace): Verdict {
  if (bytes > uploadLimits.video) {
    return refuse(
      `This clip has ${formatBytes(bytes)}, and up to 200 MB can be sent. Save it shorter or smaller first.`,
    )
  }
  if (holds === 'image' || limitS === undefined) return { is: 'ok' }
  if (durationS === undefined || durationS <= limitS) return { is: 'ok' }
  const reason = `${durationS.toFixed(1)} s: up to ${limitS} s fit here.`
  return { is: 'trim', reason, fromS: durationS, toS: limitS }
}

/** Whether a file can go to a place, and if not, what would help. */
export function checkFile(facts: FileFacts, place: MediaPlace): Verdict {
  const { type, bytes } = facts
  if (bytes === 0) return refuse('This file is empty: choose another.')
  if (!type?.medium) {
    const what = type ? `This is ${type.name}.` : 'This is no picture or clip that is known here.'
    return refuse(
      place.holds === 'image'
        ? `${what} Pictures may be PNG, JPEG or WebP: save it as one of them.`
        : `${what} Clips may be MP4, MOV or WebM: save it as one of them.`,
    )
  }
  if (type.medium === 'image' && place.holds === 'video') {
    return refuse('This is a picture, and a clip belongs here: choose an MP4, MOV or WebM.')
  }
  return type.medium === 'image' ? checkPicture(facts) : checkClip(facts, place)
}
