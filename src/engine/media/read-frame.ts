import type { MediaBackend } from './media-backend.ts'
import { pickBackend } from './pick-backend.ts'

/** With the backend of this machine: see `MediaBackend`. */
export const readFrame: MediaBackend['readFrame'] = async (path, frame, maxSide) =>
  (await pickBackend()).readFrame(path, frame, maxSide)
