import { AV_FRAME_FLAG_CORRUPT, AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants'
import { Codec, CodecContext, Dictionary, Frame, Packet } from 'node-av/lib'
import type { FormatContext, Stream } from 'node-av/lib'
import { MediaFault } from '../media-fault.ts'
import { mostVideoPixels } from '../check-held.ts'
import { succeed } from '../succeed.ts'

/** The decoded pictures of a stream in the order of showing, from where the file stands. */
export type DecodedFrames = {
  /** The next one, valid until the next call; `null` after the last. */
  next(): Promise<Frame | null>
  free(): void
}

export async function decodeFrames(file: FormatContext, stream: Stream): Promise<DecodedFrames> {
  const codec = new CodecContext()
  const packet = new Packet()
  const frame = new Frame()
  packet.alloc()
  frame.alloc()
  const free = () => {
    frame.free()
    packet.free()
    codec.freeContext()
  }
  try {
    const decoder = Codec.findDecoder(stream.codecpar.codecId)
    if (!decoder)
      throw new MediaFault('unsupported', 'its codec is not one that can be decoded here')
    codec.allocContext3(decoder)
    succeed(codec.parametersToContext(stream.codecpar), 'reading the codec settings')
    codec.pktTimebase = stream.timeBase
    codec.threadCount = 1
    const limits = Dictionary.fromObject({ max_pixels: mostVideoPixels })
    succeed(await codec.open2(decoder, limits), 'opening the decoder')
  } catch (error) {
    free()
    throw error
  }

  let isDrained = false
  async function feed() {
    for (;;) {
      const hasMore = (await file.readFrame(packet)) >= 0
      if (hasMore && packet.streamIndex !== stream.index) {
        packet.unref()
        continue
      }
      isDrained = !hasMore
      const sent = await codec.sendPacket(hasMore ? packet : null)
      packet.unref()
      succeed(sent, 'decoding')
      return
    }
  }

  return {
    async next() {
      for (;;) {
        const received = await codec.receiveFrame(frame)
        if (received >= 0) {
          if (frame.decodeErrorFlags || frame.hasFlags(AV_FRAME_FLAG_CORRUPT)) {
            throw new MediaFault('corrupt', 'the video is damaged: a picture of it is broken')
          }
          return frame
        }
        if (received === AVERROR_EOF) return null
        if (received !== AVERROR_EAGAIN) succeed(received, 'decoding')
        if (isDrained) return null
        await feed()
      }
    },
    free,
  }
}
