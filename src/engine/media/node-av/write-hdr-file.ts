import {
  AV_PKT_DATA_CONTENT_LIGHT_LEVEL,
  AV_PKT_DATA_MASTERING_DISPLAY_METADATA,
} from 'node-av/constants'
import { Dictionary, FormatContext, Packet, Rational } from 'node-av/lib'
import type { CodecContext } from 'node-av/lib'
import { displaySideData, levelsSideData, lightSei } from '../light-metadata.ts'
import type { LightLevels, MasteringDisplay } from '../light-metadata.ts'
import type { VideoEncoderOptions } from '../media-backend.ts'
import type { SpooledPacket } from './packet-spool.ts'
import { succeed } from '../succeed.ts'

type HdrFile = VideoEncoderOptions & {
  codec: CodecContext
  packets: AsyncIterable<SpooledPacket>
  display: MasteringDisplay
  levels: LightLevels
}

/** Puts encoded H.265 into an mp4 that says in its boxes and in its stream how bright it is. */
export async function writeHdrFile(options: HdrFile): Promise<void> {
  const { path, rate, codec, packets, display, levels } = options
  const file = new FormatContext()
  const packet = new Packet()
  try {
    succeed(file.allocOutputContext2(null, 'mp4', `file:${path}`), 'choosing mp4')
    const stream = file.newStream()
    stream.timeBase = new Rational(rate.den, rate.num)
    stream.avgFrameRate = new Rational(rate.num, rate.den)
    const { codecpar } = stream
    succeed(codecpar.fromContext(codec), 'describing the stream')
    codecpar.codecTag = 'hvc1'
    const boxes = [
      [AV_PKT_DATA_MASTERING_DISPLAY_METADATA, displaySideData(display)],
      [AV_PKT_DATA_CONTENT_LIGHT_LEVEL, levelsSideData(levels)],
    ] as const
    for (const [kind, data] of boxes) {
      succeed(codecpar.addCodedSideData(kind, data), 'saying how bright it is')
    }
    file.metadata = Dictionary.fromObject(options.metadata ?? {})
    succeed(await file.openOutput(), `creating ${path}`)
    const muxing = Dictionary.fromObject({ movflags: '+faststart+write_colr' })
    succeed(await file.writeHeader(muxing), 'writing the header')
    const sei = lightSei(display, levels)
    packet.alloc()
    for await (const { bytes, pts, dts, isKey } of packets) {
      packet.data = isKey ? Buffer.concat([sei, bytes]) : bytes
      packet.pts = pts
      packet.dts = dts
      packet.duration = 1n
      packet.isKeyframe = isKey
      packet.streamIndex = 0
      packet.rescaleTs(codec.timeBase, stream.timeBase)
      succeed(await file.interleavedWriteFrame(packet), `writing ${path}`)
      packet.unref()
    }
    succeed(await file.writeTrailer(), `finishing ${path}`)
  } finally {
    await file.closeOutput()
    file.freeContext()
    packet.free()
  }
}
