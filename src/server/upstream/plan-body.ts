import type { FailureCode, World } from '#contract/generation.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { refsOf } from '#contract/refs-of.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { findMedia } from '../media/known-media.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import { type Carried, upstreamBody, type UpstreamBody } from './upstream-body.ts'

type Parts = { store: Store; folder: DataFolder; world: World }
type Plan = { body: UpstreamBody } | { fault: { code: FailureCode; reason: string; path: string } }

/** A parent of the same world is named by the upstream's id; any other sends its bytes. */
async function carriedOf(ref: MediaRef, { store, folder, world }: Parts): Promise<Carried | null> {
  if (!('upload_id' in ref) && !('generation_id' in ref)) return { ref }
  if ('generation_id' in ref) {
    const parent = await store.generations.find(ref.generation_id.toLowerCase())
    if (parent?.world === world && parent.state === 'completed' && parent.upstream_id) {
      return { ref: { generation_id: parent.upstream_id } }
    }
  }
  const media = await findMedia(store, ref)
  if (!media) return null
  const { sha256, bytes, media_type } = media
  return { file: { path: folder.mediaFile(sha256), bytes, media_type } }
}

/** The body of a submission, or the reference whose media are gone. */
export async function planBody(row: GenerationRow, parts: Parts): Promise<Plan> {
  const request = JSON.parse(row.request) as GenerationRequest
  const carried = new Map<string, Carried>()
  for (const { path, ref } of refsOf(request)) {
    const found = await carriedOf(ref, parts)
    if (!found) {
      const reason = 'The picture or clip is not there any more.'
      return { fault: { code: 'corrupt_input', reason, path } }
    }
    carried.set(JSON.stringify(ref), found)
  }
  return {
    body: upstreamBody(request, (ref) => carried.get(JSON.stringify(ref)) ?? { ref }),
  }
}
