import type { HevcEncoder, HevcOptions } from './media-backend.ts'

/**
 * Opens an HDR10 mp4. Only the backend of node-av writes those.
 *
 * @throws Error when node-av does not load on this machine; RangeError naming a bad option.
 */
export async function openHevcEncoder(options: HevcOptions): Promise<HevcEncoder> {
  const backend = await import('./node-av/hevc-encoder.ts').catch((cause: unknown) => {
    throw new Error('HDR needs the package node-av, which does not load here.', { cause })
  })
  return backend.openHevcEncoder(options)
}
