import {
  AVCOL_TRC_ARIB_STD_B67,
  AVCOL_TRC_SMPTE2084,
  AVERROR_EAGAIN,
  AVERROR_EOF,
} from 'node-av/constants'
import { Codec, CodecContext, FilterGraph, Frame } from 'node-av/lib'
import { soundOrThrow, withVideo } from './open-video.ts'

/** `rgb` is SDR, as stored: it must be turned clockwise by `turn` degrees to be shown. */
export type VideoStill = { width: number; height: number; rgb: Buffer; turn: number }

const framesSearched = 48
const flatSpread = 24

/**
 * The first frame that is not one flat colour; the very first when the beginning is all flat.
 *
 * @throws Error with one plain sentence about the video.
 */
export async function readStill(path: string): Promise<VideoStill> {
  return withVideo(path, async ({ file, stream, packet, turn }) => {
    const decoder = Codec.findDecoder(stream.codecpar.codecId)
    if (!decoder) throw new Error('This video is in a format that cannot be decoded here.')
    const codec = new CodecContext()
    const decoded = new Frame()
    let first: VideoStill | undefined
    let seen = 0
    try {
      decoded.alloc()
      codec.allocContext3(decoder)
      soundOrThrow(codec.parametersToContext(stream.codecpar))
      codec.pktTimebase = stream.timeBase
      soundOrThrow(await codec.open2(decoder))
      for (let more = true; more;) {
        more = (await file.readFrame(packet)) >= 0
        if (more && packet.streamIndex !== stream.index) {
          packet.unref()
          continue
        }
        soundOrThrow(await codec.sendPacket(more ? packet : null))
        packet.unref()
        for (;;) {
          const received = await codec.receiveFrame(decoded)
          if (received === AVERROR_EAGAIN || received === AVERROR_EOF) break
          soundOrThrow(received)
          const still = { ...(await toRgb(decoded)), turn }
          if (!isFlat(still.rgb)) return still
          first ??= still
          if (++seen === framesSearched) return first
        }
      }
    } finally {
      decoded.free()
      codec.freeContext()
    }
    if (!first) throw new Error('This video has no picture in it.')
    return first
  })
}

async function toRgb(decoded: Frame): Promise<{ width: number; height: number; rgb: Buffer }> {
  const { width, height, format, colorSpace, colorRange, colorTrc } = decoded
  const hdr = colorTrc === AVCOL_TRC_SMPTE2084 || colorTrc === AVCOL_TRC_ARIB_STD_B67
  const toSdr =
    'zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius,' +
    'zscale=t=bt709:m=bt709:r=limited,format=yuv444p,'
  const source =
    `buffer=video_size=${width}x${height}:pix_fmt=${format}:time_base=1/1:` +
    `colorspace=${colorSpace}:range=${colorRange}`
  const graph = new FilterGraph()
  const rgb = new Frame()
  try {
    graph.alloc()
    rgb.alloc()
    const flags = 'bicubic+accurate_rnd+full_chroma_int'
    soundOrThrow(
      graph.parsePtr(`${source},${hdr ? toSdr : ''}scale=flags=${flags},format=rgb24,buffersink`),
    )
    soundOrThrow(await graph.config())
    const filters = graph.filters ?? []
    const entry = filters.find((filter) => filter.filter?.name === 'buffer')!
    const exit = filters.find((filter) => filter.filter?.name === 'buffersink')!
    soundOrThrow(await entry.buffersrcAddFrame(decoded))
    soundOrThrow(await entry.buffersrcAddFrame(null))
    soundOrThrow(await exit.buffersinkGetFrame(rgb))
    return { width, height, rgb: rgb.toBuffer() }
  } finally {
    rgb.free()
    graph.free()
  }
}

function isFlat(rgb: Uint8Array) {
  let [darkest, brightest] = [255, 0]
  for (let at = 1; at < rgb.length; at += 3 * 31) {
    darkest = Math.min(darkest, rgb[at]!)
    brightest = Math.max(brightest, rgb[at]!)
  }
  return brightest - darkest < flatSpread
}
