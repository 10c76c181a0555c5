import type * as z from 'zod/mini'
import { type Draft, draft, type GenerationType, generationTypes, models } from './draft.ts'
import type { Violation } from './rule.ts'
import { dotted } from './rules.ts'
import { invalidRatio } from './shared-rules.ts'
import { shapeReason } from './shape-reason.ts'
import { type anchors, wireRequest } from './wire.ts'
import { toWirePath } from './wire-path.ts'
import { fromWireRef, type WireRef, wireRefFault } from './wire-ref.ts'

const refusal = (path: string, words: string, status: Violation['status']): Violation => ({
  code: 'wire',
  firmness: 'hard',
  status,
  path,
  reason: words,
  detail: path ? `${path}: ${words}` : words,
})

type Faults = Violation[]

function decodeRef(ref: WireRef | null | undefined, path: string, faults: Faults) {
  if (!ref) return undefined
  const fault = wireRefFault(ref)
  if (fault) faults.push(refusal(path, fault.words, fault.status))
  return fault ? undefined : fromWireRef(ref)
}

function decodeAnchors(
  { keyframes, keyframe_indexes: indexes }: z.infer<z.ZodMiniObject<typeof anchors>>,
  path: string,
  faults: Faults,
) {
  if (!keyframes && !indexes) return undefined
  if (keyframes?.length !== indexes?.length) {
    faults.push(refusal(`${path}.keyframe_indexes`, 'must match keyframes in length', 422))
    return undefined
  }
  return keyframes?.map((ref, at) => ({
    frame: indexes?.[at],
    image: decodeRef(ref, `${path}.keyframes[${at}]`, faults),
  }))
}

/** `null` says the same as absent on the wire; the draft knows only absent. */
function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>
}

/** What a type does not have may be said to be off. */
function leaveOut(settings: Record<string, unknown>, ...fields: string[]) {
  for (const field of fields) if (settings[field] === false) delete settings[field]
}

const takes = (list: readonly string[], value: unknown) =>
  value === undefined || list.includes(value as string)

/** The upstream's JSON to a draft, or its refusals in the upstream's words. Never throws. */
export function decodeRequest(body: unknown): { draft: Draft } | { refusals: Violation[] } {
  const parsed = wireRequest.safeParse(body)
  if (!parsed.success) {
    const refusals = parsed.error.issues.map((issue) =>
      refusal(dotted(issue.path), shapeReason(issue), 422),
    )
    return { refusals }
  }
  const faults: Faults = []
  const { image_ref, source, video, ...rest } = parsed.data
  const plain = given({ ...rest, type: rest.type ?? 'image', prompt: rest.prompt ?? '' })
  if (!takes(generationTypes, plain.type))
    faults.push(refusal('', `Unknown type: ${plain.type}`, 400))
  if (!takes(models, plain.model)) faults.push(refusal('', `Unknown model: ${plain.model}`, 400))
  const followsSource = plain.type === 'image_edit' || plain.type === 'video_edit'
  if (followsSource) delete plain.aspect_ratio
  const { start_frame, end_frame, keyframes, keyframe_indexes, edit, ...settings } = video ?? {}
  if (plain.type === 'video_edit' || plain.type === 'video_reframe') delete settings.duration
  if (plain.type !== 'video') leaveOut(settings, 'loop')
  if (plain.type === 'video_reframe') leaveOut(settings, 'hdr', 'exr_export')
  const decoded = given({
    ...plain,
    image_ref: image_ref?.map((ref, at) => decodeRef(ref, `image_ref[${at}]`, faults)),
    source: decodeRef(source, 'source', faults),
    video:
      video &&
      given({
        ...settings,
        start_frame: decodeRef(start_frame, 'video.start_frame', faults),
        end_frame: decodeRef(end_frame, 'video.end_frame', faults),
        keyframes: decodeAnchors({ keyframes, keyframe_indexes }, 'video', faults),
        edit: edit && decodeEdit(edit, faults),
      }),
  })
  if (faults.length) return { refusals: faults }
  const shaped = draft.safeParse(decoded)
  if (shaped.success) return { draft: shaped.data }
  return { refusals: shaped.error.issues.map((issue) => shapeRefusal(decoded, issue)) }
}

type WireEdit = NonNullable<NonNullable<z.infer<typeof wireRequest>['video']>['edit']>

function decodeEdit({ keyframes, keyframe_indexes, ...steering }: WireEdit, faults: Faults) {
  const guides = decodeAnchors({ keyframes, keyframe_indexes }, 'video.edit', faults)
  return given({ ...steering, keyframes: guides })
}

function shapeRefusal(
  decoded: { type?: unknown; aspect_ratio?: unknown },
  issue: z.core.$ZodIssue,
) {
  const path = dotted(issue.path)
  if (path === 'aspect_ratio') {
    const type = decoded.type as GenerationType
    return refusal('', invalidRatio(type, String(decoded.aspect_ratio)), 400)
  }
  if (path === 'prompt') return refusal('', 'Prompt must be between 1 and 6000 characters', 400)
  return refusal(toWirePath(path), shapeReason(issue), 422)
}
