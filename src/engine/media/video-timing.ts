import { AV_CODEC_ID_VP8, AV_NOPTS_VALUE, AV_PKT_FLAG_DISCARD } from 'node-av/constants'
import { Packet } from 'node-av/lib'
import type { FormatContext, Stream } from 'node-av/lib'
import { MediaFault } from './media-fault.ts'
import { openVideo } from './open-video.ts'
import type { FrameRate } from './media-backend.ts'

/** One picture that will be shown, in the stream's ticks. */
export type ShownPacket = { start: number; end: number; key: boolean }

/**
 * Reads the whole stream and answers its pictures in the order of showing. Not counted: what an edit
 * list cuts away, and VP8's hidden reference pictures.
 */
export async function readPackets(file: FormatContext, stream: Stream): Promise<ShownPacket[]> {
  const packet = new Packet()
  packet.alloc()
  const packets: ShownPacket[] = []
  try {
    while ((await file.readFrame(packet)) >= 0) {
      if (packet.streamIndex === stream.index && isShown(packet, stream)) {
        const start = Number(packet.pts === AV_NOPTS_VALUE ? packet.dts : packet.pts)
        packets.push({ start, end: start + Number(packet.duration), key: packet.isKeyframe })
      }
      packet.unref()
    }
  } finally {
    packet.free()
  }
  return packets.toSorted((a, b) => a.start - b.start)
}

/** @throws MediaFault when the video has not one picture. */
export async function countPictures(path: string): Promise<ShownPacket[]> {
  const { file, stream } = await openVideo(path)
  try {
    const packets = await readPackets(file, stream)
    if (!packets.length) throw new MediaFault('corrupt', 'it has no frames')
    return packets
  } finally {
    await file.closeInput()
  }
}

function isShown(packet: Packet, stream: Stream) {
  if (packet.hasFlags(AV_PKT_FLAG_DISCARD)) return false
  const showFrame = 0x10
  const isVp8 = stream.codecpar.codecId === AV_CODEC_ID_VP8
  return !isVp8 || ((packet.data?.[0] ?? 0) & showFrame) !== 0
}

/** How long a video is, and its average rate: exact where the file is regular. */
export function timingOf(
  packets: ShownPacket[],
  stream: Stream,
): { rate: FrameRate; duration_s: number } {
  const tick = stream.timeBase.toDouble()
  const [first, last] = [packets[0]!.start, packets.at(-1)!.start]
  let end = Math.max(...packets.slice(-20).map((packet) => packet.end))
  const { num, den } = stream.avgFrameRate
  const stated = num > 0 && den > 0 ? num / den : undefined
  // WebM need not say how long its last picture is shown.
  if (end <= last)
    end = last + (stated ? 1 / stated / tick : (last - first) / Math.max(1, packets.length - 1))
  const duration_s = Math.max((end - first) * tick, 1e-6)
  const counted = packets.length / duration_s
  // A stated rate is exact where time stamps are rounded, and wrong where B-frames end an mp4.
  const isRight = stated !== undefined && Math.abs(stated / counted - 1) < 0.01
  return { rate: toFraction(isRight ? stated : counted), duration_s }
}

const usual = [12, 15, 24, 25, 30, 48, 50, 60, 90, 100, 120, 240].flatMap((rate) => [
  { num: rate, den: 1 },
  { num: rate * 1000, den: 1001 },
])
const finest = 1001

/** The usual rate when it is one (24 and 23.976 are 0.1 % apart), or the nearest small fraction. */
function toFraction(rate: number): FrameRate {
  const near = usual.find(({ num, den }) => Math.abs((rate * den) / num - 1) < 0.0004)
  if (near) return near
  let best = { num: Math.max(1, Math.round(rate)), den: 1 }
  for (let den = 2; den <= finest; den++) {
    const num = Math.max(1, Math.round(rate * den))
    if (Math.abs(num / den - rate) < Math.abs(best.num / best.den - rate) - 1e-9)
      best = { num, den }
  }
  return best
}
