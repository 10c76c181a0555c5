import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Understood } from '#contract/generation.ts'
import { exrFile } from '../hdr/exr-file.ts'
import { hdrFacts } from '../hdr/hdr-facts.ts'
import type { HdrTold } from '../hdr/hdr-facts.ts'
import { openHdrFrames } from '../hdr/hdr-frames.ts'
import { peakNit } from '../hdr/light-curve.ts'
import { LightMeter } from '../hdr/light-meter.ts'
import { createStoredZip } from '../hdr/stored-zip.ts'
import { openHevcEncoder } from '../media/hevc-encoder.ts'
import type { MasteringDisplay } from '../media/light-metadata.ts'
import type { VideoEncoderOptions } from '../media/media-backend.ts'
import { maker } from './maker.ts'
import type { RenderedOutput } from './renderer.ts'

type Options = Omit<VideoEncoderOptions, 'path'> & { folder: string; exr: boolean }

export type HdrOutputs = {
  /** The next picture, by its light where there is some (`PaintPool.paintClip`'s), else expanded. */
  write(i420: Uint8Array, light?: Uint16Array): Promise<void>
  /** Finishes the files, facts without size and length. */
  close(): Promise<RenderedOutput[]>
  abort(): Promise<void>
  facts(): Understood['facts']
}

/** P3 with D65, as HDR10 is usually graded. */
const display: MasteringDisplay = {
  red: [0.68, 0.32],
  green: [0.265, 0.69],
  blue: [0.15, 0.06],
  white: [0.3127, 0.329],
  mostNit: peakNit,
  leastNit: 0.0001,
}

async function outputOf(path: string, output: RenderedOutput): Promise<RenderedOutput> {
  const { size: bytes } = await stat(path)
  return { ...output, facts: { medium: 'video', hdr: true, ...output.facts, bytes } }
}

/** The HDR10 clip, and if asked for a ZIP of EXR frames, written frame by frame. */
export async function openHdrOutputs({ folder, exr, ...options }: Options): Promise<HdrOutputs> {
  const { width, height, rate } = options
  const [clip, frames] = [join(folder, 'video.mp4'), join(folder, 'frames.zip')]
  const converter = await openHdrFrames(options)
  const encoder = await openHevcEncoder({ ...options, path: clip, display })
  const zip = exr ? await createStoredZip(frames) : null
  const meter = new LightMeter()
  const told: HdrTold = { exr, source: null, levels: null }
  let count = 0
  let queue: Promise<void> = Promise.resolve()

  async function writeNow(i420: Uint8Array, light: Uint16Array | undefined) {
    const from = light ? 'scene' : 'picture'
    told.source = told.source === null || told.source === from ? from : 'both'
    const frame = light ? converter.ofLight(light) : converter.ofPicture(i420)
    meter.add(frame)
    const encoded = encoder.write(frame.planes)
    const name = `frame.${String(count++).padStart(4, '0')}.exr`
    if (zip) {
      const blocks = converter.exrBlocks()
      await zip.add(name, await exrFile({ width, height, rate, maker, blocks }))
    }
    await encoded
  }

  return {
    write(i420, light) {
      queue = queue.then(() => writeNow(i420, light))
      return queue
    },
    async close() {
      await queue
      await zip?.close()
      told.levels = meter.levels
      await encoder.close(told.levels)
      const type = 'video'
      const made = [
        outputOf(clip, {
          name: 'video.mp4',
          type,
          media_type: 'video/mp4',
          facts: { medium: type, codec: 'hevc' },
        }),
      ]
      const media_type = 'application/zip'
      if (zip) made.push(outputOf(frames, { name: 'frames.zip', type: 'exr', media_type }))
      return Promise.all(made)
    },
    async abort() {
      await queue.catch(() => undefined)
      await Promise.all([encoder.abort(), zip?.abort()])
    },
    facts: () => hdrFacts(told),
  }
}
