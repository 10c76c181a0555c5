import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Understood } from '#contract/generation.ts'
import type { FrameRate } from '../media/media-backend.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import { openHdrOutputs } from './hdr-outputs.ts'
import { maker } from './maker.ts'
import type { RenderedOutput } from './renderer.ts'

export type ClipOptions = {
  /** Of the job: files are made here. */
  folder: string
  size: { width: number; height: number }
  rate: FrameRate
  crf?: number
  /** Makes the clip HDR10, the ordinary one its `proxy.mp4`, and if asked for EXR frames. */
  hdr?: { exr: boolean } | undefined
  /** Pictures that are key frames wherever they stand. */
  keyFrames?: readonly number[]
  /** Its end meets its beginning: every picture stands alone and is coded alike, no seam is seen. */
  isLoop?: boolean
}

export type ClipSink = {
  /**
   * The next picture as the encoder takes it. An HDR clip takes the `light` of
   * `PaintPool.paintClip` too; without it the picture is expanded. The bytes must stay as they are
   * until the promise resolves.
   */
  write(i420: Uint8Array, light?: Uint16Array): Promise<void>
  /** Finishes the files, the one to chain from first. */
  close(): Promise<RenderedOutput[]>
  /** Removes what was begun. */
  abort(): Promise<void>
  /** What is to be said of the files beside the picture; after `close` what was measured too. */
  facts(): Understood['facts']
}

const keyInterval = 12
const loopQp = 22

/** The one way from pictures to the files of a clip. */
export async function openClipSink(clip: ClipOptions): Promise<ClipSink> {
  const { folder, size, rate, crf, hdr, keyFrames = [], isLoop = false } = clip
  const name = hdr ? 'proxy.mp4' : 'video.mp4'
  const path = join(folder, name)
  const options = {
    ...size,
    rate,
    keyInterval: isLoop ? 1 : keyInterval,
    keyFrames,
    metadata: { comment: maker },
    ...(crf !== undefined && { crf }),
    ...(isLoop && { qp: loopQp }),
  }
  const encoder = await openVideoEncoder({ ...options, path })
  const wide = hdr ? await openHdrOutputs({ ...options, folder, ...hdr }) : null
  let frames = 0
  return {
    async write(i420, light) {
      frames += 1
      await Promise.all([encoder.write(i420), wide?.write(i420, light)])
    },
    async close() {
      await encoder.close()
      const { size: bytes } = await stat(path)
      const fps = rate.num / rate.den
      const shape = { medium: 'video', ...size, frames, fps, duration_s: frames / fps } as const
      const codec = 'h264'
      const facts = { ...shape, bytes, codec }
      const plain: RenderedOutput = { name, type: 'video', media_type: 'video/mp4', facts }
      const [first, ...rest] = (await wide?.close()) ?? []
      if (!first) return [plain]
      return [first, plain, ...rest].map((o) => ({ ...o, facts: { ...shape, ...o.facts } }))
    },
    async abort() {
      await Promise.all([encoder.abort(), wide?.abort()])
    },
    facts: () => wide?.facts() ?? [],
  }
}
