import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FrameRate } from '../media/media-backend.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import { maker } from './maker.ts'
import type { RenderedOutput } from './renderer.ts'

export type ClipOptions = {
  /** Of the job: files are made here. */
  folder: string
  size: { width: number; height: number }
  rate: FrameRate
  crf?: number
  /** Pictures that are key frames wherever they stand. */
  keyFrames?: readonly number[]
}

export type ClipSink = {
  /** The next picture as the encoder takes it. */
  write(i420: Uint8Array): Promise<void>
  /** Finishes the files, the one to chain from first. */
  close(): Promise<RenderedOutput[]>
  /** Removes what was begun. */
  abort(): Promise<void>
}

const keyInterval = 12

/** The one way from pictures to the files of a clip. */
export async function openClipSink(options: ClipOptions): Promise<ClipSink> {
  const { folder, size, rate, crf, keyFrames = [] } = options
  const path = join(folder, 'video.mp4')
  const encoder = await openVideoEncoder({
    path,
    ...size,
    rate,
    keyInterval,
    keyFrames,
    metadata: { comment: maker },
    ...(crf !== undefined && { crf }),
  })
  let frames = 0
  return {
    write(i420) {
      frames += 1
      return encoder.write(i420)
    },
    async close() {
      await encoder.close()
      const { size: bytes } = await stat(path)
      const fps = rate.num / rate.den
      const length = { frames, fps, duration_s: frames / fps }
      const facts = { medium: 'video', bytes, ...size, ...length } as const
      return [{ name: 'video.mp4', type: 'video', media_type: 'video/mp4', facts }]
    },
    abort: () => encoder.abort(),
  }
}
