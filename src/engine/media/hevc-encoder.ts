import type { LightLevels, MasteringDisplay } from './light-metadata.ts'
import type { VideoEncoderOptions } from './media-backend.ts'

export type HevcOptions = VideoEncoderOptions & { display: MasteringDisplay }

export type HevcEncoder = {
  /**
   * One picture: planes Y, U, V of u16 without padding, BT.2020 PQ, limited range, `width * height
   * * 3` bytes. Copied before this returns.
   */
  write(planes: Uint8Array): Promise<void>
  /** Finishes the file, which then says how bright its pictures were. */
  close(levels: LightLevels): Promise<void>
  /** Gives everything back and removes what was begun. After `close` it does nothing. */
  abort(): Promise<void>
}

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
