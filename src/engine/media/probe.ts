import { basename } from 'node:path'
import { boxOrder } from './box-order.ts'
import type { MediaBackend, Probe } from './media-backend.ts'
import { MediaFault, toFault } from './media-fault.ts'
import { pickBackend } from './pick-backend.ts'
import { shownSize } from './picture-form.ts'
import { pictureSize } from './read-picture.ts'
import { sniffMedia } from './sniff-media.ts'
import { timingOf } from './video-timing.ts'

/**
 * What a file really holds. Every packet is counted, nothing is decoded.
 *
 * @throws MediaFault, or Error where the disk fails, with one sentence that names the file and its fault.
 */
export async function probe(path: string, backend?: MediaBackend): Promise<Probe> {
  try {
    return await probeNameless(path, backend)
  } catch (error) {
    const fault = toFault(error)
    const sentence = `${basename(path)} cannot be read: ${fault.message}`
    if (fault instanceof MediaFault) throw new MediaFault(fault.kind, sentence, error)
    throw new Error(sentence, { cause: error })
  }
}

/** The same, for callers who name the file themselves. */
export async function probeNameless(path: string, backend?: MediaBackend): Promise<Probe> {
  const media_type = await sniffMedia(path)
  if (media_type.startsWith('image/')) return { kind: 'image', ...(await pictureSize(path)) }
  const boxes = media_type === 'video/webm' ? [] : await boxOrder(path)
  const video = await (backend ?? (await pickBackend())).describeVideo(path)
  const { codec, form, pictures, claimedFrames } = video
  if (pictures.length < claimedFrames) {
    const reason = `it is cut off: ${pictures.length} of its ${claimedFrames} frames are there`
    throw new MediaFault('corrupt', reason)
  }
  const { pix_fmt, primaries, transfer, matrix, range } = form
  const { rate, duration_s } = timingOf(video)
  return {
    kind: 'video',
    media_type,
    codec,
    ...shownSize(form),
    fps: rate.num / rate.den,
    frames: pictures.length,
    duration_s,
    pix_fmt,
    bit_depth: Number(/(\d+)[lb]e$/.exec(pix_fmt)?.[1] ?? 8),
    color: { primaries, transfer, matrix, range },
    key_frames: pictures.flatMap(({ key }, index) => (key ? [index] : [])),
    faststart: boxes.includes('moov') && boxes.indexOf('moov') < boxes.indexOf('mdat'),
  }
}
