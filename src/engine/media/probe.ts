import { basename } from 'node:path'
import { open } from 'node:fs/promises'
import { avGetCodecName } from 'node-av/lib'
import sharp from 'sharp'
import { boxOrder } from './box-order.ts'
import type { MediaBackend, Probe } from './media-backend.ts'
import { formOf } from './frame-form.ts'
import { openVideo } from './open-video.ts'
import { shownSize } from './picture-form.ts'
import { readPackets, timingOf } from './video-timing.ts'

/**
 * What a file really holds. Every packet is counted, nothing is decoded.
 *
 * @throws Error with one sentence that names the file and its fault.
 */
export const probe: MediaBackend['probe'] = async (path) => {
  try {
    const media_type = await sniff(path)
    return media_type.startsWith('image/')
      ? await probeImage(path, media_type)
      : await probeVideo(path, media_type)
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    throw new Error(`${basename(path)} cannot be read: ${fault}`, { cause: error })
  }
}

async function sniff(path: string) {
  const file = await open(path)
  try {
    const head = Buffer.alloc(12)
    await file.read(head, 0, 12, 0)
    const text = head.toString('latin1')
    if (text.startsWith('\x89PNG\r\n')) return 'image/png'
    if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
    if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp'
    if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm'
    if (text.endsWith('ftypqt  ')) return 'video/quicktime'
    if (text.slice(4, 8) === 'ftyp') return 'video/mp4'
    throw new Error('it is neither a picture nor a video that the engine knows')
  } finally {
    await file.close()
  }
}

async function probeImage(path: string, media_type: string): Promise<Probe> {
  const { width, height } = await sharp(path).metadata()
  return { kind: 'image', media_type, width, height }
}

async function probeVideo(path: string, media_type: string): Promise<Probe> {
  const boxes = media_type === 'video/webm' ? [] : await boxOrder(path)
  const { file, stream } = await openVideo(path)
  try {
    const shown = await readPackets(file, stream)
    const claimed = Number(stream.nbFrames)
    if (shown.length < claimed) {
      throw new Error(`it is cut off: ${shown.length} of its ${claimed} frames are there`)
    }
    if (!shown.length) throw new Error('it has no frames')
    const form = formOf(stream)
    const { pix_fmt, primaries, transfer, matrix, range } = form
    const { rate, duration_s } = timingOf(shown, stream)
    return {
      kind: 'video',
      media_type,
      codec: avGetCodecName(stream.codecpar.codecId) ?? 'unknown',
      ...shownSize(form),
      fps: rate.num / rate.den,
      frames: shown.length,
      duration_s,
      pix_fmt,
      bit_depth: Number(/(\d+)[lb]e$/.exec(pix_fmt)?.[1] ?? 8),
      color: { primaries, transfer, matrix, range },
      key_frames: shown.flatMap((packet, index) => (packet.key ? [index] : [])),
      faststart: boxes.includes('moov') && boxes.indexOf('moov') < boxes.indexOf('mdat'),
    }
  } finally {
    await file.closeInput()
  }
}
