import { useQueries, useQuery } from '@tanstack/react-query'
import type { Draft } from '#contract/draft.ts'
import { refsOf } from '#contract/refs-of.ts'
import { generationQuery } from '../../api/generations.ts'
import { latestQuery } from '../../api/latest.ts'
import { uploadQuery } from '../../api/uploads.ts'
import type { NameOf } from './code-files.ts'
import { nameOfGeneration, nameOfUpload } from './name-of.ts'

/** What the references of a draft are called outside, and what Luma's names are called here. */
export function useNames(draft: Draft) {
  const refs = refsOf(draft).map(({ ref }) => ref)
  const uploads = [...new Set(refs.flatMap((ref) => ('upload_id' in ref ? [ref.upload_id] : [])))]
  const generations = [
    ...new Set(refs.flatMap((ref) => ('generation_id' in ref ? [ref.generation_id] : []))),
  ]
  const ofUploads = useQueries({ queries: uploads.map((id) => uploadQuery(id)) })
  const ofGenerations = useQueries({ queries: generations.map((id) => generationQuery(id)) })
  const { data: latest } = useQuery(latestQuery())
  const nameOf: NameOf = (ref) => {
    if ('upload_id' in ref) return nameOfUpload(ofUploads[uploads.indexOf(ref.upload_id)]?.data)
    if (!('generation_id' in ref)) return undefined
    return nameOfGeneration(ofGenerations[generations.indexOf(ref.generation_id)]?.data)
  }
  const idHere = (upstreamId: string) =>
    latest?.find(({ upstream_id: theirs }) => theirs === upstreamId)?.id
  return { nameOf, idHere }
}
