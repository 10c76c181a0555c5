import { queryOptions } from '@tanstack/react-query'
import { upload } from '#contract/upload.ts'
import { ask } from './client.ts'

/** What the server found in an uploaded file; it never changes. */
export const uploadQuery = (id: string) =>
  queryOptions({
    queryKey: ['upload', id],
    queryFn: ({ signal }) => ask(`/api/uploads/${id}`, upload, { signal }),
    staleTime: Infinity,
  })

/** Makes an upload of exactly one frame of a clip that stands in the archive. */
export const uploadFrame = (sha256: string, frame: number) =>
  ask('/api/uploads/from-frame', upload, { method: 'POST', body: { sha256, frame } })

/** Makes a new upload of a part of an uploaded clip; the whole is kept. */
export const trimUpload = (id: string, part: { from_frame: number; frames: number }) =>
  ask(`/api/uploads/${id}/trim`, upload, { method: 'POST', body: part })
