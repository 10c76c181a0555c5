import type { MediaBackend } from './media-backend.ts'
import { pickBackend } from './pick-backend.ts'

/** With the backend of this machine: see `MediaBackend`. */
export const openVideoEncoder: MediaBackend['openVideoEncoder'] = async (options) =>
  (await pickBackend()).openVideoEncoder(options)
