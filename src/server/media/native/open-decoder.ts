import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants'
import { Codec, CodecContext, Frame, Packet } from 'node-av/lib'
import { leansNothing } from './leans-nothing.ts'
import { soundOrThrow } from './open-video.ts'
import type { Video } from './open-video.ts'

/** The pictures of a video in the order of showing, from where the file stands. */
export type Decoder = {
  /** The next one, valid until the next call; `null` after the last. */
  next(): Promise<Frame | null>
  /** Pictures before this tick may be left out where no other leans on them. */
  hurryTo(tick: number): void
  /** To be called when the file stands somewhere else. */
  forget(): void
  free(): void
}

/** @throws Error with one plain sentence about the video. */
export async function openDecoder({ file, stream }: Video): Promise<Decoder> {
  const decoder = Codec.findDecoder(stream.codecpar.codecId)
  if (!decoder) throw new Error('This video is in a format that cannot be decoded here.')
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
    codec.allocContext3(decoder)
    soundOrThrow(codec.parametersToContext(stream.codecpar))
    codec.pktTimebase = stream.timeBase
    codec.threadCount = 2
    soundOrThrow(await codec.open2(decoder))
  } catch (error) {
    free()
    throw error
  }

  let hurriesTo = -Infinity
  const isSpare = leansNothing(stream)
  const isPassedOver = () =>
    packet.streamIndex !== stream.index || (packet.pts < hurriesTo && isSpare(packet))

  async function feed() {
    for (;;) {
      const hasMore = (await file.readFrame(packet)) >= 0
      if (hasMore && isPassedOver()) {
        packet.unref()
        continue
      }
      const sent = await codec.sendPacket(hasMore ? packet : null)
      packet.unref()
      if (sent !== AVERROR_EOF) soundOrThrow(sent)
      return
    }
  }

  return {
    async next() {
      for (;;) {
        const received = await codec.receiveFrame(frame)
        if (received >= 0) return frame
        if (received === AVERROR_EOF) return null
        if (received !== AVERROR_EAGAIN) soundOrThrow(received)
        await feed()
      }
    },
    hurryTo(tick) {
      hurriesTo = tick
    },
    forget: () => codec.flushBuffers(),
    free,
  }
}
