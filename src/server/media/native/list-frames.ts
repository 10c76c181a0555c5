import {
  AV_CODEC_ID_VP8,
  AV_NOPTS_VALUE,
  AV_PKT_FLAG_CORRUPT,
  AV_PKT_FLAG_DISCARD,
  AVDISCARD_ALL,
  AVERROR_EOF,
} from 'node-av/constants'
import { Packet } from 'node-av/lib'
import type { Stream } from 'node-av/lib'
import type { Video } from './open-video.ts'

/** In ticks of the stream. `isKey`: decoding can begin here. */
export type ListedFrame = { start: number; end: number; isKey: boolean }

export type FrameList = {
  /** Those that are shown, in the order of showing. */
  frames: ListedFrame[]
  isWhole: boolean
}

/** Reads every packet and decodes none. Leaves the file at its end. */
export async function listFrames({ file, stream }: Video): Promise<FrameList> {
  for (const other of file.streams) if (other.index !== stream.index) other.discard = AVDISCARD_ALL
  const packet = new Packet()
  packet.alloc()
  const frames: ListedFrame[] = []
  let packets = 0
  let isWhole = true
  try {
    for (;;) {
      const result = await file.readFrame(packet)
      if (result < 0) {
        isWhole &&= result === AVERROR_EOF
        break
      }
      if (packet.streamIndex === stream.index) {
        packets++
        if (packet.hasFlags(AV_PKT_FLAG_CORRUPT)) isWhole = false
        if (isShown(packet, stream)) {
          const start = Number(packet.pts === AV_NOPTS_VALUE ? packet.dts : packet.pts)
          const end = start + Number(packet.duration)
          frames.push({ start, end, isKey: packet.isKeyframe })
        }
      }
      packet.unref()
    }
  } finally {
    packet.free()
  }
  const inOrder = frames.toSorted((a, b) => a.start - b.start)
  return { frames: inOrder, isWhole: isWhole && !isShort(inOrder, packets, stream) }
}

/** By what the header promises; where an edit list cuts, it promises less time, but not less frames. */
function isShort(frames: ListedFrame[], packets: number, { nbFrames, duration }: Stream) {
  const shown = frames.reduce((ticks, { start, end }) => ticks + end - start, 0)
  const half = shown / frames.length / 2
  return packets < Number(nbFrames) && shown + half < Number(duration)
}

/** Edit lists cut pictures off, and VP8 keeps some only for others to lean on. */
function isShown(packet: Packet, stream: Stream) {
  if (packet.hasFlags(AV_PKT_FLAG_DISCARD)) return false
  const showFrame = 0x10
  const isVp8 = stream.codecpar.codecId === AV_CODEC_ID_VP8
  return !isVp8 || ((packet.data?.[0] ?? 0) & showFrame) !== 0
}
