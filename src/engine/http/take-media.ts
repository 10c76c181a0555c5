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
import type { Fetched, FetchMedia } from './fetch-media.ts'
import { limitWords } from './limit-words.ts'
import type { Inline } from './read-body.ts'
import { Refusal } from './refusal.ts'

type Place = ReturnType<typeof refsOf>[number]

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
  fetchMedia: FetchMedia
  /** Names of files that the caller removes. */
  newPath: () => string
  signal: AbortSignal
  factsOfGeneration: FactsOf
}

const fetchedAtOnce = 6

const addressOf = ({ ref }: Place) => ('url' in ref ? ref.url : '')

function inlineOf({ path, ref, holds }: Place, inline: Parts['inline']): Fetched {
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

/** Each address once; a few at a time, for one request may name 64. */
async function fetchAll(places: readonly Place[], parts: Parts) {
  const { fetchMedia, newPath, signal } = parts
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const first = new Map<string, Place>()
  for (const place of places) if (!first.has(addressOf(place))) first.set(addressOf(place), place)
  const waiting = [...first.values()]
  const received = new Map<string, Fetched>()

  async function fetchOn() {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      try {
        const url = addressOf(place)
        const { holds } = place
        received.set(url, await fetchMedia({ url, holds, path: newPath(), signal: either }))
      } catch (error) {
        waiting.length = 0
        if (stop.signal.aborted) return
        stop.abort()
        throw error instanceof Refusal ? error.at(toWirePath(place.path)) : error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: fetchedAtOnce }, fetchOn))
  const fault = ended.find((one) => one.status === 'rejected')
  if (fault) throw fault.reason
  return received
}

/**
 * Turns all that a draft brings along or points to into files of the media store.
 *
 * @throws Refusal naming the first place that is wrong; nothing is held then.
 */
export async function takeMedia(draft: Draft, parts: Parts): Promise<Taken> {
  const { media, inspector, inline, factsOfGeneration } = parts
  const foreign = refsOf(draft).filter(({ ref }) => 'data' in ref || 'url' in ref)
  const brought = new Map<Place, Fetched>()
  for (const place of foreign) {
    if ('data' in place.ref) brought.set(place, inlineOf(place, inline))
  }
  const fetched = await fetchAll(
    foreign.filter(({ ref }) => 'url' in ref),
    parts,
  )
  const ids = new Map<MediaRef, string>()
  const facts = new Map<string, MediaFacts>()
  const held: string[] = []
  const sent: Sent[] = []

  async function take(place: Place, { path, sha256, bytes }: Fetched) {
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
    for (const place of foreign) {
      try {
        await take(place, brought.get(place) ?? fetched.get(addressOf(place))!)
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
