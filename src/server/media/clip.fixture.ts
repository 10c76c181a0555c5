import {
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_LOG_QUIET,
  AV_PIX_FMT_YUV420P,
  AV_PKT_DATA_DISPLAYMATRIX,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  FF_ENCODER_LIBVPX_VP9,
  FF_ENCODER_LIBX264,
} from 'node-av/constants'
import type { AVColorTransferCharacteristic } from 'node-av/constants'
import {
  Codec,
  CodecContext,
  Dictionary,
  FFmpegError,
  FormatContext,
  Frame,
  Log,
  Packet,
  Rational,
} from 'node-av/lib'

const done = (result: number) => FFmpegError.throwIfError(result)

/** A small clip for tests. Its frames are black, but from `shownFrom` on the left half is white. */
export async function writeClip(clip: {
  path: string
  width: number
  height: number
  frames: number
  shownFrom?: number
  /** As a phone held upright writes it. */
  turned90?: boolean
  /** H.264 in mp4, VP9 in WebM. */
  container?: 'mp4' | 'webm'
  transfer?: AVColorTransferCharacteristic
}): Promise<void> {
  const { path, width, height, frames, shownFrom = 0, container = 'mp4' } = clip
  Log.setLevel(AV_LOG_QUIET)
  const h264 = container === 'mp4'
  const encoder = Codec.findEncoderByName(h264 ? FF_ENCODER_LIBX264 : FF_ENCODER_LIBVPX_VP9)!
  const codec = new CodecContext()
  codec.allocContext3(encoder)
  Object.assign(codec, { width, height, pixelFormat: AV_PIX_FMT_YUV420P })
  codec.timeBase = new Rational(1, 24)
  codec.framerate = new Rational(24, 1)
  codec.maxBFrames = 2
  codec.colorPrimaries = AVCOL_PRI_BT709
  codec.colorTrc = clip.transfer ?? AVCOL_TRC_BT709
  codec.colorSpace = AVCOL_SPC_BT709
  codec.colorRange = AVCOL_RANGE_MPEG
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER)
  done(
    await codec.open2(
      encoder,
      Dictionary.fromObject(h264 ? { preset: 'ultrafast' } : { deadline: 'realtime' }),
    ),
  )

  const file = new FormatContext()
  done(file.allocOutputContext2(null, container, path))
  const stream = file.newStream()
  stream.timeBase = new Rational(1, 24)
  done(stream.codecpar.fromContext(codec))
  if (clip.turned90) {
    const turned = Int32Array.of(0, 1 << 16, 0, -1 << 16, 0, 0, height << 16, 0, 1 << 30)
    const matrix = Buffer.from(turned.buffer)
    done(stream.codecpar.addCodedSideData(AV_PKT_DATA_DISPLAYMATRIX, matrix))
  }
  done(await file.openOutput())
  done(await file.writeHeader(Dictionary.fromObject({ movflags: '+faststart' })))

  const packet = new Packet()
  packet.alloc()
  for (let index = 0; index <= frames; index++) {
    const frame = index < frames ? frameOf(width, height, index, index >= shownFrom) : null
    done(await codec.sendFrame(frame))
    frame?.free()
    while ((await codec.receivePacket(packet)) >= 0) {
      packet.streamIndex = 0
      packet.duration = 1n
      packet.rescaleTs(codec.timeBase, stream.timeBase)
      done(await file.interleavedWriteFrame(packet))
    }
  }
  done(await file.writeTrailer())
  await file.closeOutput()
  file.freeContext()
  packet.free()
  codec.freeContext()
}

function frameOf(width: number, height: number, index: number, shown: boolean) {
  const i420 = Buffer.alloc((width * height * 3) / 2, 128).fill(16, 0, width * height)
  const whiteRows = shown ? height : 0
  for (let y = 0; y < whiteRows; y++) i420.fill(235, y * width, y * width + width / 2)
  const format = AV_PIX_FMT_YUV420P
  const frame = Frame.fromVideoBuffer(i420, { width, height, format, pts: BigInt(index) })
  frame.duration = 1n
  return frame
}
