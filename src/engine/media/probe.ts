import { basename } from 'node:path'
import { avGetCodecName } from 'node-av/lib'
import { boxOrder } from './box-order.ts'
import type { MediaBackend, Probe } from './media-backend.ts'
import { formOf } from './frame-form.ts'
import { MediaFault, toFault } from './media-fault.ts'
import { openVideo } from './open-video.ts'
import { shownSize } from './picture-form.ts'
import { pictureSize } from './read-picture.ts'
import { sniffMedia } from './sniff-media.ts'
import { readPackets, timingOf } from './video-timing.ts'

/**
 * What a file really holds. Every packet is counted, nothing is decoded.
 *
 * @throws MediaFault, or Error where the disk fails, with one sentence that names the file and its fault.
 */
export const probe: MediaBackend['probe'] = async (path) => {
  try {
    const media_type = await sniffMedia(path)
    if (media_type.startsWith('image/')) return { kind: 'image', ...(await pictureSize(path)) }
    return await probeVideo(path, media_type)
  } catch (error) {
    const fault = toFault(error)
    const sentence = `${basename(path)} cannot be read: ${fault.message}`
    if (fault instanceof MediaFault) throw new MediaFault(fault.kind, sentence, error)
    throw new Error(sentence, { cause: error })
  }
}

async function probeVideo(path: string, media_type: string): Promise<Probe> {
  const boxes = media_type === 'video/webm' ? [] : await boxOrder(path)
  const { file, stream } = await openVideo(path)
  try {
    const shown = await readPackets(file, stream)
    const claimed = Number(stream.nbFrames)
    if (shown.length < claimed) {
      throw new MediaFault(
        'corrupt',
        `it is cut off: ${shown.length} of its ${claimed} frames are there`,
      )
    }
    if (!shown.length) throw new MediaFault('corrupt', 'it has no frames')
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
