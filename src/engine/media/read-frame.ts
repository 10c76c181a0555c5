import { AV_PIX_FMT_RGB24, AVCOL_RANGE_JPEG, AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants'
import { Codec, CodecContext, Frame, Packet, SoftwareScaleContext } from 'node-av/lib'
import sharp from 'sharp'
import type { DecodedFrame, MediaBackend } from './media-backend.ts'
import { openVideo } from './open-video.ts'
import { succeed } from './succeed.ts'

/**
 * Decodes picture `frame` (0 is the first shown), scaled down by Lanczos when a side is longer than
 * `maxSide`. Decodes from the start, so that the index is exact in any file.
 *
 * @throws RangeError when the video has no such frame.
 */
export const readFrame: MediaBackend['readFrame'] = async (path, frame, maxSide) => {
  const full = await decodeFrame(path, frame)
  if (!maxSide || Math.max(full.width, full.height) <= maxSide) return full
  const { data, info } = await sharp(full.rgb, {
    raw: { width: full.width, height: full.height, channels: 3 },
  })
    .resize({ width: maxSide, height: maxSide, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgb: data }
}

async function decodeFrame(path: string, wanted: number): Promise<DecodedFrame> {
  const { file, stream } = await openVideo(path)
  const codec = new CodecContext()
  const packet = new Packet()
  const decoded = new Frame()
  try {
    packet.alloc()
    decoded.alloc()
    const decoder = Codec.findDecoder(stream.codecpar.codecId)
    if (!decoder) throw new Error('This build of FFmpeg cannot decode the codec.')
    codec.allocContext3(decoder)
    succeed(codec.parametersToContext(stream.codecpar), 'reading the codec settings')
    codec.pktTimebase = stream.timeBase
    succeed(await codec.open2(decoder), 'opening the decoder')

    let index = 0
    for (let more = true; more;) {
      const read = await file.readFrame(packet)
      more = read >= 0
      if (more && packet.streamIndex !== stream.index) {
        packet.unref()
        continue
      }
      succeed(await codec.sendPacket(more ? packet : null), 'decoding')
      packet.unref()
      for (;;) {
        const received = await codec.receiveFrame(decoded)
        if (received === AVERROR_EAGAIN || received === AVERROR_EOF) break
        succeed(received, 'decoding')
        if (index++ === wanted) return await toRgb(decoded)
      }
    }
    throw new RangeError(`frame ${wanted} does not exist: the video has ${index} frames`)
  } finally {
    decoded.free()
    packet.free()
    codec.freeContext()
    await file.closeInput()
  }
}

async function toRgb(decoded: Frame): Promise<DecodedFrame> {
  const { width, height } = decoded
  const scaler = new SoftwareScaleContext()
  const rgb = new Frame()
  try {
    scaler.allocContext()
    scaler.setOption('sws_flags', 'bicubic+accurate_rnd+full_chroma_int+full_chroma_inp')
    rgb.alloc()
    rgb.width = width
    rgb.height = height
    rgb.format = AV_PIX_FMT_RGB24
    rgb.colorRange = AVCOL_RANGE_JPEG
    succeed(rgb.getBuffer(), 'making room for a picture')
    succeed(await scaler.scaleFrame(rgb, decoded), 'converting to RGB')
    return { width, height, rgb: rgb.toBuffer() }
  } finally {
    rgb.free()
    scaler.freeContext()
  }
}
