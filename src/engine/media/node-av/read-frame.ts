import { AVSEEK_FLAG_BACKWARD } from 'node-av/constants'
import type { FormatContext, Frame, Stream } from 'node-av/lib'
import { decodeFrames } from './decoded-frames.ts'
import { describeVideo } from './describe-video.ts'
import { formOf } from './frame-form.ts'
import type { DecodedFrame, MediaBackend } from '../media-backend.ts'
import { openVideo } from './open-video.ts'
import { shownSize } from '../picture-form.ts'
import { openPictureShower } from './shown-picture.ts'
import { fitFrame } from '../fit-frame.ts'
import type { ShownPacket } from '../media-backend.ts'

/**
 * Decodes picture `frame` (0 is the first shown), as shown, scaled down by Lanczos when a side is
 * longer than `maxSide`. Begins at the key frame before it where the time stamps prove which picture
 * that is, otherwise at the start.
 *
 * @throws RangeError when the video has no such frame.
 */
export const readFrame: MediaBackend['readFrame'] = async (path, frame, maxSide) => {
  return fitFrame(await decodeFrame(path, frame), maxSide)
}

async function decodeFrame(path: string, wanted: number): Promise<DecodedFrame> {
  const { pictures: packets } = await describeVideo(path)
  const key = keyBefore(packets, wanted)
  const near = key && (await decodeAt(path, packets[wanted]!.start, key))
  return near ?? decodeNth(path, wanted)
}

/** The key frame to begin at; none where counting from the start is as short, or surer. */
function keyBefore(packets: ShownPacket[], wanted: number) {
  const isSure = new Set(packets.map(({ start }) => start)).size === packets.length
  if (!packets[0]!.key || !isSure || wanted >= packets.length) return undefined
  const at = packets.slice(0, wanted + 1).findLastIndex((packet) => packet.key)
  return at > 0 ? packets[at] : undefined
}

async function decodeAt(path: string, time: number, key: ShownPacket) {
  return decoding(path, async ({ file, stream, next, show }) => {
    const found = await file.seekFrame(stream.index, BigInt(key.start), AVSEEK_FLAG_BACKWARD)
    if (found < 0) return undefined
    for (let frame; (frame = await next());) {
      const shown = Number(frame.bestEffortTimestamp)
      if (shown === time) return show(frame)
      if (shown > time) return undefined
    }
    return undefined
  })
}

async function decodeNth(path: string, wanted: number) {
  return decoding(path, async ({ next, show }) => {
    let index = 0
    for (let frame; (frame = await next()); index++) {
      if (index === wanted) return show(frame)
    }
    throw new RangeError(`frame ${wanted} does not exist: the video has ${index} frames`)
  })
}

type Decoding = {
  file: FormatContext
  stream: Stream
  next(): Promise<Frame | null>
  show(frame: Frame): Promise<DecodedFrame>
}

async function decoding<T>(path: string, read: (video: Decoding) => Promise<T>): Promise<T> {
  const { file, stream } = await openVideo(path)
  const shower = openPictureShower('rgb')
  try {
    const decoded = await decodeFrames(file, stream)
    const show = async (frame: Frame) => {
      const form = formOf(stream, frame)
      return { ...shownSize(form), rgb: await shower.show(frame, form) }
    }
    try {
      return await read({ file, stream, next: () => decoded.next(), show })
    } finally {
      decoded.free()
    }
  } finally {
    shower.free()
    await file.closeInput()
  }
}
