import type { Generation } from '#contract/generation.ts'
import type { MediaFacts, MediaRef } from '#contract/media-ref.ts'
import type { Upload } from '#contract/upload.ts'

/** What can be shown of the media behind a reference. */
export type MediaLook = {
  ref: MediaRef
  /** `undefined`: not known (yet). `null`: there is no such media. */
  facts: MediaFacts | null | undefined
  /** Of this server; `null` where its bytes are not here. */
  sha256: string | null
  /** A small picture of it. */
  still: string | null
  /** Its bytes. */
  address: string | null
}

export type LookOf = (ref: MediaRef) => MediaLook

export const unknownLook = (ref: MediaRef): MediaLook => ({
  ref,
  facts: undefined,
  sha256: null,
  still: null,
  address: null,
})

export const missingLook = (ref: MediaRef): MediaLook => ({ ...unknownLook(ref), facts: null })

type Kept = MediaFacts & { sha256: string }

function keptLook(ref: MediaRef, { sha256, ...facts }: Kept): MediaLook {
  const address = `/media/${sha256}`
  const still = `${address}/${facts.medium === 'video' ? 'poster' : 'thumb'}`
  return { ref, facts, sha256, still, address }
}

export const lookOfUpload = (ref: MediaRef, { id: _id, media_type: _type, ...kept }: Upload) =>
  keptLook(ref, kept)

/** A generation stands for its first picture or clip; before that is there, nothing is known. */
export function lookOfGeneration(ref: MediaRef, { state, outputs }: Generation): MediaLook {
  const output = outputs.find(({ medium }) => medium !== 'file')
  if (!output || output.medium === 'file') {
    return state === 'failed' || state === 'completed' ? missingLook(ref) : unknownLook(ref)
  }
  const { thumbhash: _hash, media_type: _type, ...kept } = output
  return keptLook(ref, kept)
}
