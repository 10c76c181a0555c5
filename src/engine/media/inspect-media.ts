import { stat } from 'node:fs/promises'
import type { MediaFacts } from '#contract/media-ref.ts'
import { MediaFault, toFault } from './media-fault.ts'
import { probeNameless } from './probe.ts'
import { pictureSize, readPicture } from './read-picture.ts'
import { readFrame } from './read-frame.ts'
import { sniffMedia } from './sniff-media.ts'
import { openVideoDecoder } from './video-decoder.ts'

/** About two seconds of decoding on one core. */
const mostPixelsProved = 400_000_000

/**
 * What a file that somebody sent is, by its bytes, and the proof that it can be read: a still is
 * decoded whole, a video too unless it is large: then its first and last pictures are. Native decoders meet unknown bytes here: call it where
 * a crash costs one job.
 *
 * @throws MediaFault, whose message goes on a sentence that began with the file: "it is cut off".
 */
export async function inspectMedia(
  path: string,
): Promise<{ media_type: string; facts: MediaFacts }> {
  try {
    const { size: bytes } = await stat(path)
    const media_type = await sniffMedia(path)
    if (media_type.startsWith('image/')) {
      const { width, height } = await pictureSize(path)
      await readPicture(path, { maxSide: 64 })
      return { media_type, facts: { medium: 'image', bytes, width, height } }
    }
    return { media_type, facts: { medium: 'video', bytes, ...(await videoFacts(path)) } }
  } catch (error) {
    throw toFault(error)
  }
}

async function videoFacts(path: string) {
  const found = await probeNameless(path)
  if (found.kind !== 'video') throw new MediaFault('unsupported', 'it is not a video')
  const decoder = await openVideoDecoder(path)
  try {
    const { width, height, frames, rate } = decoder
    const isSmall = width * height * frames <= mostPixelsProved
    for (let left = isSmall ? frames : 1; left > 0; left--) await decoder.read()
    if (!isSmall) await readFrame(path, frames - 1)
    return { width, height, frames, fps: rate.num / rate.den, duration_s: found.duration_s }
  } finally {
    await decoder.close()
  }
}
