import { rm } from 'node:fs/promises'
import {
  AV_CODEC_FLAG_CLOSED_GOP,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_LOG_FATAL,
  AV_PICTURE_TYPE_I,
  AV_PIX_FMT_YUV420P10LE,
  AVCHROMA_LOC_LEFT,
  AVCOL_PRI_BT2020,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT2020_NCL,
  AVCOL_TRC_SMPTE2084,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  FF_ENCODER_LIBX265,
} from 'node-av/constants'
import { Codec, CodecContext, Dictionary, Frame, Log, Packet, Rational } from 'node-av/lib'
import { checkEncoderOptions } from '../check-encoder-options.ts'
import type { HevcEncoder, HevcOptions, VideoEncoderOptions } from '../media-backend.ts'
import { openPacketSpool } from './packet-spool.ts'
import { succeed } from '../succeed.ts'
import { writeHdrFile } from './write-hdr-file.ts'

/** At this distance both encoders keep rendered pictures equally well. */
const crfBelowH264 = 3

/**
 * Writes an HDR10 mp4: H.265 Main 10 tagged `hvc1`, 10-bit 4:2:0, BT.2020 PQ limited range, no
 * B-frames. How bright a clip is, is known when it ends, so the packets wait in a spool beside the
 * file: the mastering display and the light levels are then written into it once, in its boxes and
 * in an SEI of every key frame. Both sides are even.
 */
export async function openHevcEncoder(options: HevcOptions): Promise<HevcEncoder> {
  checkEncoderOptions(options)
  Log.setLevel(AV_LOG_FATAL)
  const { path, width, height, rate } = options
  const bytesPerFrame = width * height * 3
  const codec = new CodecContext()
  const packet = new Packet()
  packet.alloc()
  const spool = await openPacketSpool(`${path}.packets`)
  const keys = new Set(options.keyFrames)
  let frames = 0
  let state: 'open' | 'closing' | 'ended' = 'open'
  let queue: Promise<void> = openCodec(codec, options)

  async function encode(frame: Frame | null) {
    succeed(await codec.sendFrame(frame), 'encoding')
    for (;;) {
      const result = await codec.receivePacket(packet)
      if (result === AVERROR_EAGAIN || result === AVERROR_EOF) return
      succeed(result, 'encoding')
      await spool.add(packet)
      packet.unref()
    }
  }

  async function release() {
    await spool.remove()
    codec.freeContext()
    packet.free()
  }

  async function abort() {
    if (state === 'ended') return
    state = 'ended'
    await queue.catch(() => undefined)
    await release()
    await rm(path, { force: true })
  }

  try {
    await queue
  } catch (error) {
    await abort()
    throw error
  }

  return {
    write(planes) {
      if (state !== 'open') return Promise.reject(new Error('This video is already finished.'))
      if (planes.byteLength !== bytesPerFrame) {
        const reason = `planes must hold ${bytesPerFrame} bytes, not ${planes.byteLength}`
        return Promise.reject(new RangeError(reason))
      }
      const bytes = Buffer.from(planes.buffer, planes.byteOffset, planes.byteLength)
      const frame = Frame.fromVideoBuffer(bytes, {
        width,
        height,
        format: AV_PIX_FMT_YUV420P10LE,
        pts: BigInt(frames),
        timeBase: { num: rate.den, den: rate.num },
      })
      frame.duration = 1n
      if (keys.has(frames)) frame.pictType = AV_PICTURE_TYPE_I
      frames += 1
      queue = queue.then(() => encode(frame)).finally(() => frame.free())
      return queue
    },

    async close(levels) {
      if (state !== 'open') throw new Error('This video is already finished.')
      state = 'closing'
      try {
        await queue
        if (frames === 0) throw new Error('A video needs at least one frame.')
        await encode(null)
        await writeHdrFile({ ...options, codec, packets: spool.read(), levels })
      } catch (error) {
        await abort()
        throw error
      }
      state = 'ended'
      await release()
    },

    abort,
  }
}

async function openCodec(codec: CodecContext, options: VideoEncoderOptions) {
  const x265 = Codec.findEncoderByName(FF_ENCODER_LIBX265)
  if (!x265) throw new Error('This build of FFmpeg has no libx265.')
  codec.allocContext3(x265)
  codec.width = options.width
  codec.height = options.height
  codec.pixelFormat = AV_PIX_FMT_YUV420P10LE
  codec.timeBase = new Rational(options.rate.den, options.rate.num)
  codec.framerate = new Rational(options.rate.num, options.rate.den)
  codec.gopSize = options.keyInterval
  codec.maxBFrames = 0
  codec.colorPrimaries = AVCOL_PRI_BT2020
  codec.colorTrc = AVCOL_TRC_SMPTE2084
  codec.colorSpace = AVCOL_SPC_BT2020_NCL
  codec.colorRange = AVCOL_RANGE_MPEG
  codec.chromaLocation = AVCHROMA_LOC_LEFT
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_CLOSED_GOP)
  // Fixed numbers of threads: the stream depends on them, and not on the machine.
  const fixed = 'pools=2:frame-threads=1:log-level=none:info=0:chromaloc=0'
  const groups = `min-keyint=${options.keyInterval}:scenecut=0:open-gop=0:bframes=0:ref=1:rc-lookahead=1`
  const settings = Dictionary.fromObject({
    preset: 'ultrafast',
    'forced-idr': 1,
    crf: (options.crf ?? 17) - crfBelowH264,
    'x265-params': `${fixed}:${groups}`,
  })
  // Not open2Sync: node-av 6.1.1 then frees the settings twice, and the process dies.
  succeed(await codec.open2(x265, settings), 'opening x265')
}
