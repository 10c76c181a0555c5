import type { MediaBackend, VideoDecoder } from './media-backend.ts'
import { toFault } from './media-fault.ts'
import { pickBackend } from './pick-backend.ts'

const toRejection = (error: unknown) => Promise.reject(toFault(error))

/**
 * With the backend of this machine: see `MediaBackend`.
 *
 * @throws MediaFault, also from `read`.
 */
export async function openVideoDecoder(path: string): Promise<VideoDecoder> {
  const backend: MediaBackend = await pickBackend()
  const decoder = await backend.openVideoDecoder(path).catch(toRejection)
  return { ...decoder, read: () => decoder.read().catch(toRejection) }
}
