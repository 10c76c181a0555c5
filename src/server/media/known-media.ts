import { draft } from '#contract/draft.ts'
import type { FactsOf, MediaFacts, MediaRef } from '#contract/media-ref.ts'
import { refsOf } from '#contract/refs-of.ts'
import type { Store } from '../store/open-store.ts'
import type { MediaRow } from '../store/tables.ts'

const keyOf = (ref: MediaRef) => {
  if ('upload_id' in ref) return `upload ${ref.upload_id.toLowerCase()}`
  if ('generation_id' in ref) return `generation ${ref.generation_id.toLowerCase()}`
  return null
}

/** The picture or clip behind a reference to something of ours; `undefined` if there is none. */
export async function findMedia(store: Store, ref: MediaRef): Promise<MediaRow | undefined> {
  if ('upload_id' in ref) return store.uploads.find(ref.upload_id.toLowerCase())
  if (!('generation_id' in ref)) return undefined
  const id = ref.generation_id.toLowerCase()
  const outputs = (await store.media.ofGenerations([id])).get(id)
  return outputs?.find(({ medium }) => medium !== 'file')
}

function toFacts(row: MediaRow | undefined): MediaFacts | null {
  if (!row || row.medium === 'file') return null
  const { bytes, width, height, frames, fps, duration_s } = row
  const facts: MediaFacts = { medium: row.medium, bytes }
  for (const [key, value] of Object.entries({ width, height, frames, fps, duration_s })) {
    if (value !== null) Object.assign(facts, { [key]: value })
  }
  return facts
}

/** What is known of everything that a draft names. A body of the wrong shape names nothing. */
export async function loadFacts(store: Store, body: unknown): Promise<FactsOf> {
  const shaped = draft.safeParse(body)
  const facts = new Map<string, MediaFacts | null>()
  for (const { ref } of shaped.success ? refsOf(shaped.data) : []) {
    const key = keyOf(ref)
    if (key !== null && !facts.has(key)) facts.set(key, toFacts(await findMedia(store, ref)))
  }
  return (ref) => {
    const key = keyOf(ref)
    return key === null ? undefined : facts.get(key)
  }
}
