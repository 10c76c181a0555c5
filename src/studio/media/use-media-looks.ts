import { useQueries } from '@tanstack/react-query'
import type { MediaRef } from '#contract/media-ref.ts'
import { ApiError } from '../api/api-error.ts'
import { generationQuery } from '../api/generations.ts'
import { uploadQuery } from '../api/uploads.ts'
import {
  lookOfGeneration,
  lookOfUpload,
  type LookOf,
  type MediaLook,
  missingLook,
  unknownLook,
} from './media-look.ts'
import { refKey } from './media-words.ts'

const isGone = (error: unknown) => error instanceof ApiError && error.status === 404

/** Looks up everything that is named, each once, however many places name it. */
export function useMediaLooks(refs: readonly MediaRef[]): LookOf {
  const named = [...new Map(refs.map((ref) => [refKey(ref), ref])).values()]
  const uploads = named.flatMap((ref) => ('upload_id' in ref ? [ref] : []))
  const generations = named.flatMap((ref) => ('generation_id' in ref ? [ref] : []))
  const found = new Map<string, MediaLook>()
  const ofUploads = useQueries({
    queries: uploads.map(({ upload_id }) => uploadQuery(upload_id)),
  })
  const ofGenerations = useQueries({
    queries: generations.map(({ generation_id }) => generationQuery(generation_id)),
  })
  for (const [index, ref] of uploads.entries()) {
    const { data, error } = ofUploads[index] ?? {}
    if (data) found.set(ref.upload_id, lookOfUpload(ref, data))
    else if (isGone(error)) found.set(ref.upload_id, missingLook(ref))
  }
  for (const [index, ref] of generations.entries()) {
    const { data, error } = ofGenerations[index] ?? {}
    if (data) found.set(ref.generation_id, lookOfGeneration(ref, data))
    else if (isGone(error)) found.set(ref.generation_id, missingLook(ref))
  }
  return (ref) => found.get(refKey(ref)) ?? unknownLook(ref)
}
