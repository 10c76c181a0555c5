import { AV_CODEC_ID_H264 } from 'node-av/constants'
import type { Packet, Stream } from 'node-av/lib'

const slice = 1
const headBytes = 5

/**
 * Tells the pictures of an H.264 stream on which no other leans (nal_ref_idc 0 of ITU-T H.264), and
 * which need not be decoded to see a later one. Only for streams as MP4 keeps them.
 */
export function leansNothing(stream: Stream): (packet: Packet) => boolean {
  const { codecId, extradata } = stream.codecpar
  const hasLengths = extradata?.[0] === 1 && ((extradata[4] ?? 0) & 3) === 3
  if (codecId !== AV_CODEC_ID_H264 || !hasLengths) return () => false
  return (packet) => {
    const data = packet.data ?? Buffer.alloc(0)
    for (let at = 0; at + headBytes <= data.length;) {
      const head = data[at + 4]!
      const type = head & 0x1f
      if (type >= slice && type <= 5) return type === slice && (head & 0x60) === 0
      at += 4 + data.readUInt32BE(at)
    }
    return false
  }
}
