import { basename } from 'node:path'
import { open } from 'node:fs/promises'
import { avGetCodecName, avGetPixFmtName, Packet } from 'node-av/lib'
import type { FormatContext, Stream } from 'node-av/lib'
import type { AVPixelFormat } from 'node-av/constants'
import sharp from 'sharp'
import { boxOrder } from './box-order.ts'
import type { MediaBackend, Probe } from './media-backend.ts'
import { openVideo } from './open-video.ts'

/**
 * What a file really holds. Every packet is counted, nothing is decoded.
 *
 * @throws Error with one sentence that names the file and its fault.
 */
export const probe: MediaBackend['probe'] = async (path) => {
  try {
    const media_type = await sniff(path)
    return media_type.startsWith('image/')
      ? await probeImage(path, media_type)
      : await probeVideo(path, media_type)
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    throw new Error(`${basename(path)} cannot be read: ${fault}`, { cause: error })
  }
}

async function sniff(path: string) {
  const file = await open(path)
  try {
    const head = Buffer.alloc(12)
    await file.read(head, 0, 12, 0)
    const text = head.toString('latin1')
    if (text.startsWith('\x89PNG\r\n')) return 'image/png'
    if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
    if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp'
    if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm'
    if (text.endsWith('ftypqt  ')) return 'video/quicktime'
    if (text.slice(4, 8) === 'ftyp') return 'video/mp4'
    throw new Error('it is neither a picture nor a video that the engine knows')
  } finally {
    await file.close()
  }
}

async function probeImage(path: string, media_type: string): Promise<Probe> {
  const { width, height } = await sharp(path).metadata()
  return { kind: 'image', media_type, width, height }
}

async function probeVideo(path: string, media_type: string): Promise<Probe> {
  const boxes = media_type === 'video/webm' ? [] : await boxOrder(path)
  const { file, stream } = await openVideo(path)
  try {
    const shown = await readPackets(file, stream)
    const claimed = Number(stream.nbFrames)
    if (shown.length < claimed) {
      throw new Error(`it is cut off: ${shown.length} of its ${claimed} frames are there`)
    }
    const first = shown[0]
    const last = shown.at(-1)
    if (!first || !last) throw new Error('it has no frames')
    const { codecpar } = stream
    const pix_fmt = avGetPixFmtName(codecpar.format as AVPixelFormat) ?? 'unknown'
    return {
      kind: 'video',
      media_type,
      codec: avGetCodecName(codecpar.codecId) ?? 'unknown',
      width: codecpar.width,
      height: codecpar.height,
      fps: stream.avgFrameRate.toDouble(),
      frames: shown.length,
      duration_s: Number(last.end - first.start) * stream.timeBase.toDouble(),
      pix_fmt,
      bit_depth: Number(/(\d+)[lb]e$/.exec(pix_fmt)?.[1] ?? 8),
      color: {
        primaries: named(primaries, codecpar.colorPrimaries),
        transfer: named(transfers, codecpar.colorTrc),
        matrix: named(matrices, codecpar.colorSpace),
        range: named(ranges, codecpar.colorRange),
      },
      key_frames: shown.flatMap((packet, index) => (packet.key ? [index] : [])),
      faststart: boxes.includes('moov') && boxes.indexOf('moov') < boxes.indexOf('mdat'),
    }
  } finally {
    await file.closeInput()
  }
}

async function readPackets(file: FormatContext, stream: Stream) {
  const packet = new Packet()
  packet.alloc()
  const packets: { start: bigint; end: bigint; key: boolean }[] = []
  while ((await file.readFrame(packet)) >= 0) {
    if (packet.streamIndex === stream.index) {
      const { pts, duration, isKeyframe } = packet
      packets.push({ start: pts, end: pts + duration, key: isKeyframe })
    }
    packet.unref()
  }
  packet.free()
  return packets.toSorted((a, b) => Number(a.start - b.start))
}

// Code points of ITU-T H.273, FFmpeg's names.
const primaries = { 1: 'bt709', 5: 'bt470bg', 6: 'smpte170m', 9: 'bt2020', 12: 'smpte432' }
const transfers = {
  1: 'bt709',
  6: 'smpte170m',
  13: 'iec61966-2-1',
  14: 'bt2020-10',
  16: 'smpte2084',
  18: 'arib-std-b67',
}
const matrices = { 0: 'gbr', 1: 'bt709', 5: 'bt470bg', 6: 'smpte170m', 9: 'bt2020nc' }
const ranges = { 1: 'tv', 2: 'pc' }

function named(names: Record<number, string>, code: number) {
  return names[code] ?? (code === 0 || code === 2 ? 'unspecified' : `code ${code}`)
}
