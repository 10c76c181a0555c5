import { type Breach, type Rule, rule } from './rule.ts'
import { refsOf } from './refs-of.ts'
import type { FactsOf, MediaFacts, MediaRef } from './media-ref.ts'
import type { Draft } from './draft.ts'
import { uploadLimits } from './upload.ts'

export const imageSideLimitPx = 8000
export const imageSideWords = `Image exceeds ${imageSideLimitPx} px limit per side`

type Look = { path: string; ref: MediaRef; holds: 'image' | 'video'; facts: MediaFacts }

const known = (draft: Draft, factsOf: FactsOf): Look[] =>
  refsOf(draft).flatMap((place) => {
    const facts = factsOf(place.ref)
    return facts ? [{ ...place, facts }] : []
  })

const each = (look: (place: Look, draft: Draft) => Omit<Breach, 'path'> | undefined) =>
  ((draft, factsOf) =>
    known(draft, factsOf).flatMap((place) => {
      const breach = look(place, draft)
      return breach ? [{ path: place.path, ...breach }] : []
    })) satisfies Rule['check']

/** A clip may stand where a picture is asked for only as a generation that is to be extended. */
function mayExtend({ path, ref }: Look, draft: Draft) {
  const isFrame = path === 'video.start_frame' || path === 'video.end_frame'
  return draft.type === 'video' && isFrame && 'generation_id' in ref
}

export const mediaRules: Rule[] = [
  rule(
    'media_unknown',
    (draft, factsOf) =>
      refsOf(draft)
        .filter(({ ref }) => factsOf(ref) === null)
        .map(({ path }) => ({
          path,
          reason: 'This picture or clip is not there (any more): choose another.',
          detail: `${path}: generation not found or not completed`,
        })),
    { status: 422 },
  ),
  rule(
    'media_medium',
    each((place, draft) => {
      const { path, holds, facts } = place
      if (facts.medium === holds || mayExtend(place, draft)) return undefined
      return holds === 'image'
        ? {
            reason: 'A picture belongs here, not a clip.',
            detail: `${path}: content-type is not an image`,
          }
        : {
            reason: 'A clip belongs here, not a picture.',
            detail: `${path}: content-type is not a video`,
          }
    }),
  ),
  rule(
    'media_too_large',
    each(({ facts, path }) => {
      const limit = uploadLimits[facts.medium]
      if ((facts.bytes ?? 0) <= limit) return undefined
      const [noun, size] = facts.medium === 'image' ? ['Image', '50 MB'] : ['Video', '200 MB']
      return {
        reason: `${noun}s may be up to ${size}.`,
        detail: `${path}: ${noun} exceeds ${size} size limit`,
      }
    }),
    { status: 413 },
  ),
  rule(
    'image_side',
    each(({ facts, path }) =>
      facts.medium === 'image' && Math.max(facts.width ?? 0, facts.height ?? 0) > imageSideLimitPx
        ? {
            reason: `Images may be up to ${imageSideLimitPx} px a side: scale it down.`,
            detail: `${path}: ${imageSideWords}`,
          }
        : undefined,
    ),
  ),
  rule('media_type_for_place', (draft) =>
    refsOf(draft).flatMap(({ path, ref, holds }) => {
      const said = 'data' in ref || 'url' in ref ? ref.media_type?.toLowerCase() : undefined
      if (!said || said.startsWith(`${holds}/`)) return []
      const [reason, noun] =
        holds === 'image'
          ? ['A picture belongs here: its type begins image/.', 'an image']
          : ['A clip belongs here: its type begins video/.', 'a video']
      return 'url' in ref && holds === 'video'
        ? []
        : [{ path, reason, detail: `${path}: content-type is not ${noun}` }]
    }),
  ),
  rule('video_url_media_type', (draft) =>
    refsOf(draft)
      .filter(({ ref, holds }) => holds === 'video' && 'url' in ref)
      .filter(({ ref }) => !('url' in ref && ref.media_type?.startsWith('video/')))
      .map(({ path }) => ({
        path: `${path}.media_type`,
        reason: 'Say what kind of clip is at this address, for instance video/mp4.',
        detail: `${path}: 'media_type' video/* is required with 'url' for a video source`,
      })),
  ),
]
