import type { Draft } from '#contract/draft.ts'
import { imageSideWords } from '#contract/media-rules.ts'
import type { FactsOf, MediaFacts, MediaRef } from '#contract/media-ref.ts'
import { refsOf } from '#contract/refs-of.ts'
import { uploadLimits } from '#contract/upload.ts'
import { toWirePath } from '#contract/wire-path.ts'
import { withRefs } from '#contract/with-refs.ts'
import type { Inspector } from '../inspect-client.ts'
import { mediaIdOf, type MediaStore } from '../jobs/media-store.ts'
import { MediaFault } from '../media/media-fault.ts'
import type { Inline } from './read-body.ts'
import { Refusal } from './refusal.ts'

type Place = ReturnType<typeof refsOf>[number]
type Received = { path: string; sha256: string; bytes: number }

export type Sent = { path: string; media_type: string; bytes: number }
export type Taken = {
  /** Every reference is an `upload_id` or a `generation_id`. */
  draft: Draft
  factsOf: FactsOf
  /** Ids that are held in the media store for whoever takes over the draft. */
  held: string[]
  sent: Sent[]
}

type Parts = {
  media: MediaStore
  inspector: Inspector
  inline: ReadonlyMap<string, Inline>
  factsOfGeneration: FactsOf
}

const limitWords = {
  image: 'Image exceeds 50 MB size limit',
  video: 'Video exceeds 200 MB size limit',
} as const

function receivedOf({ path, ref, holds }: Place, inline: Parts['inline']): Received {
  const came = 'data' in ref ? inline.get(ref.data) : undefined
  if (came?.fault === 'too_large' || (came?.bytes ?? 0) > uploadLimits[holds]) {
    throw new Refusal(413, `${toWirePath(path)}: ${limitWords[holds]}`)
  }
  if (!came?.path || came.fault !== 'none') {
    throw new Refusal(422, `${toWirePath(path)}: invalid base64 data`)
  }
  return { ...came, path: came.path }
}

function refusalOf({ path, holds }: Place, { kind, message }: MediaFault) {
  const at = toWirePath(path)
  const noun = holds === 'image' ? 'an image' : 'a video'
  if (kind === 'unsupported') return new Refusal(422, `${at}: content-type is not ${noun}`)
  if (kind === 'too_large') {
    const tooLarge = holds === 'image' ? imageSideWords : `Video is too large: ${message}`
    return new Refusal(422, `${at}: ${tooLarge}`)
  }
  return new Refusal(422, `${at}: failed to decode ${holds}`)
}

/**
 * Turns all that a draft brings along or points to into files of the media store.
 *
 * @throws Refusal naming the first place that is wrong; nothing is held then.
 */
export async function takeMedia(
  draft: Draft,
  { media, inspector, inline, factsOfGeneration }: Parts,
): Promise<Taken> {
  const places = refsOf(draft)
  const foreign = places.filter(({ ref }) => 'data' in ref)
  const received = foreign.map((place) => receivedOf(place, inline))
  if (places.some(({ ref }) => 'url' in ref)) {
    throw new Refusal(503, 'Image URL ingestion unavailable')
  }
  const ids = new Map<MediaRef, string>()
  const facts = new Map<string, MediaFacts>()
  const held: string[] = []
  const sent: Sent[] = []

  async function take(place: Place, { path, sha256, bytes }: Received) {
    const id = mediaIdOf(sha256)
    if (!facts.has(id)) {
      media.hold(id)
      held.push(id)
    }
    const known = media.find(id)
    const found = known ?? (await inspector.inspect(path))
    if (!known) await media.keep(id, path, found)
    facts.set(id, found.facts)
    ids.set(place.ref, id)
    sent.push({ path: toWirePath(place.path), media_type: found.media_type, bytes })
  }

  try {
    for (const [index, place] of foreign.entries()) {
      try {
        await take(place, received[index]!)
      } catch (error) {
        throw error instanceof MediaFault ? refusalOf(place, error) : error
      }
    }
  } catch (error) {
    await Promise.all(held.map((id) => media.release(id)))
    throw error
  }
  return {
    draft: withRefs(draft, (ref) => {
      const id = ids.get(ref)
      return id ? { upload_id: id } : ref
    }),
    factsOf: (ref) => ('upload_id' in ref ? facts.get(ref.upload_id) : factsOfGeneration(ref)),
    held,
    sent,
  }
}
