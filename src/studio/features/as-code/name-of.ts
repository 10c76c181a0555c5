import type { Generation } from '#contract/generation.ts'
import { mediaPath } from '#contract/media-item.ts'
import type { Upload } from '#contract/upload.ts'
import type { Named } from './code-files.ts'

export const nameOfUpload = (upload: Upload | undefined): Named =>
  upload && { file: { media_type: upload.media_type, address: `/media/${upload.sha256}` } }

/** What Luma made has a name there; what the local engine made is a file. */
export function nameOfGeneration(record: Generation | undefined): Named {
  if (!record) return undefined
  const { world, state, upstream_id: id, outputs } = record
  if (world === 'luma' && state === 'completed' && id) return { generation_id: id }
  const output = outputs.find(({ medium }) => medium !== 'file')
  return output && { file: { media_type: output.media_type, address: mediaPath(output) } }
}
