import { AV_CODEC_ID_VP8, AV_NOPTS_VALUE, AV_PKT_FLAG_DISCARD } from 'node-av/constants'
import { avGetCodecName, Packet } from 'node-av/lib'
import type { FormatContext, Stream } from 'node-av/lib'
import type { MediaBackend } from '../media-backend.ts'
import { MediaFault } from '../media-fault.ts'
import type { ShownPacket } from '../media-backend.ts'
import { formOf } from './frame-form.ts'
import { openVideo } from './open-video.ts'

/** Reads every packet and decodes none. */
export const describeVideo: MediaBackend['describeVideo'] = async (path) => {
  const { file, stream } = await openVideo(path)
  try {
    const pictures = await readPictures(file, stream)
    if (!pictures.length) throw new MediaFault('corrupt', 'it has no frames')
    const { num, den } = stream.avgFrameRate
    return {
      codec: avGetCodecName(stream.codecpar.codecId) ?? 'unknown',
      form: formOf(stream),
      pictures,
      tickS: stream.timeBase.toDouble(),
      statedRate: num > 0 && den > 0 ? num / den : undefined,
      claimedFrames: Number(stream.nbFrames),
    }
  } finally {
    await file.closeInput()
  }
}

async function readPictures(file: FormatContext, stream: Stream) {
  const packet = new Packet()
  packet.alloc()
  const pictures: ShownPacket[] = []
  try {
    while ((await file.readFrame(packet)) >= 0) {
      if (packet.streamIndex === stream.index && isShown(packet, stream)) {
        const start = Number(packet.pts === AV_NOPTS_VALUE ? packet.dts : packet.pts)
        pictures.push({ start, end: start + Number(packet.duration), key: packet.isKeyframe })
      }
      packet.unref()
    }
  } finally {
    packet.free()
  }
  return pictures.toSorted((a, b) => a.start - b.start)
}

function isShown(packet: Packet, stream: Stream) {
  if (packet.hasFlags(AV_PKT_FLAG_DISCARD)) return false
  const showFrame = 0x10
  const isVp8 = stream.codecpar.codecId === AV_CODEC_ID_VP8
  return !isVp8 || ((packet.data?.[0] ?? 0) & showFrame) !== 0
}
