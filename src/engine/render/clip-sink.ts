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
  /** Its end meets its beginning: every picture stands alone and is coded alike, no seam is seen. */
  isLoop?: boolean
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
const loopQp = 22

/** The one way from pictures to the files of a clip. */
export async function openClipSink(options: ClipOptions): Promise<ClipSink> {
  const { folder, size, rate, crf, keyFrames = [], isLoop = false } = options
  const path = join(folder, 'video.mp4')
  const encoder = await openVideoEncoder({
    path,
    ...size,
    rate,
    keyInterval: isLoop ? 1 : keyInterval,
    keyFrames,
    metadata: { comment: maker },
    ...(crf !== undefined && { crf }),
    ...(isLoop && { qp: loopQp }),
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
