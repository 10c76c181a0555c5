import * as z from 'zod/mini'
import { type Draft, draft as draftShape } from '#contract/draft.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { dotted } from '#contract/rules.ts'
import { shapeReason } from '#contract/shape-reason.ts'
import { decodeRequest } from '#contract/wire-decode.ts'
import { withRefs } from '#contract/with-refs.ts'
import { curlBody } from './curl-body.ts'
import { lostFields } from './lost-fields.ts'
import { withoutBytes } from './without-bytes.ts'
import { wireHere } from './wire-with-files.ts'

export type Fault = { path: string; reason: string }

/** `left`: what of it does not come into the form, and why. */
export type Read = { draft: Draft; left: Fault[] } | { faults: Fault[] }

type Options = {
  /** Our own id of what Luma calls so, when that is known. */
  idHere?: (upstreamId: string) => string | undefined
}

const fault = (path: string, reason: string): Read => ({ faults: [{ path, reason }] })

const uploadAt = 'https://upload.invalid/'
const pairs = z.object({
  keyframes: z.array(z.object({ image: z.unknown(), frame: z.unknown() })),
  keyframe_indexes: z.optional(z.null()),
})

/** Whether its keyframes are pairs, as this studio says them, and not the two lists of the wire. */
function isOurs(body: object) {
  const video = 'video' in body ? (body.video as { edit?: unknown } | null) : null
  return [video, video?.edit].some((part) => pairs.safeParse(part).success)
}

/** The JSON in a text: all of it, or the body of a curl command. */
function jsonIn(text: string): { json: unknown } | Read {
  const isCommand = /(^|\s|\|)curl(\.exe)?\s/.test(text) && !text.trimStart().startsWith('{"')
  const body = isCommand && !isJson(text) ? curlBody(text) : text
  if (body === null) return fault('', 'This curl command has no JSON body that can be read here.')
  try {
    return { json: JSON.parse(body) }
  } catch (error) {
    if (/^\s*(import|from|const|let|#|\/\/)/.test(text)) {
      return fault('', 'This is a program. Paste the JSON or the curl command instead.')
    }
    const why = error instanceof Error ? error.message : ''
    return fault('', `This is not JSON: ${why}`)
  }
}

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Uploads have no name on the wire: they pass its codec as addresses that cannot exist. */
function hideUploads(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideUploads)
  if (typeof value !== 'object' || value === null) return value
  const { upload_id: upload, ...rest } = value as Record<string, unknown>
  if (typeof upload === 'string' && Object.keys(rest).length === 0)
    return { url: uploadAt + upload }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideUploads(item)]))
}

const showUploads = (ref: MediaRef): MediaRef =>
  'url' in ref && ref.url.startsWith(uploadAt) ? { upload_id: ref.url.slice(uploadAt.length) } : ref

function decode(body: object): { draft: Draft } | { faults: Fault[] } {
  if (isOurs(body)) {
    const shaped = draftShape.safeParse({ type: 'image', prompt: '', ...body })
    if (shaped.success) return { draft: shaped.data }
    const faults = shaped.error.issues.map((issue) => ({
      path: dotted(issue.path),
      reason: shapeReason(issue),
    }))
    return { faults }
  }
  const decoded = decodeRequest(hideUploads(body))
  if ('draft' in decoded) return { draft: withRefs(decoded.draft, showUploads) }
  return { faults: decoded.refusals.map(({ path, reason }) => ({ path, reason })) }
}

const bytesReason = 'A picture written out as base64 stays behind: add it to its slot as a file.'
const lostReason = 'Not part of such a request here.'

/** Pasted JSON or curl as a draft, or every reason why not. Never throws. */
export function readCode(text: string, { idHere }: Options = {}): Read {
  const found = jsonIn(text)
  if (!('json' in found)) return found
  const { body, places } = withoutBytes(found.json)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return fault('', 'A request is a JSON object: { "type": …, "prompt": … }.')
  }
  const read = decode(body)
  if ('faults' in read) return read
  const lost = isOurs(body) ? [] : lostFields(body, wireHere(read.draft))
  const draft = withRefs(read.draft, (ref) => {
    const own = 'generation_id' in ref ? idHere?.(ref.generation_id) : undefined
    return own ? { generation_id: own } : ref
  })
  const left = [
    ...places.map((path) => ({ path, reason: bytesReason })),
    ...lost.map((path) => ({ path, reason: lostReason })),
  ]
  return { draft, left }
}
