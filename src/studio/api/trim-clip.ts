import type { MediaRef } from '#contract/media-ref.ts'
import { askBytes } from './client.ts'
import { sendUpload } from './send-upload.ts'
import { trimUpload } from './uploads.ts'

type Clip = { ref: MediaRef; sha256: string }

/** Only uploads can be cut, so what was generated here is uploaded first. The whole is kept. */
export async function trimClip({ ref, sha256 }: Clip, span: { from: number; frames: number }) {
  const id =
    'upload_id' in ref ? ref.upload_id : (await sendUpload(await askBytes(`/media/${sha256}`))).id
  return trimUpload(id, { from_frame: span.from, frames: span.frames })
}
