import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  FF_ENCODER_AAC,
} from 'node-av/constants'
import { Codec, CodecContext, FormatContext, Frame, Packet, Rational } from 'node-av/lib'
import { succeed } from './succeed.ts'

/** An mp4 with half a second of silence and nothing to look at. */
export async function writeSound(path: string): Promise<void> {
  const [sampleRate, nbSamples] = [48_000, 1024]
  const encoder = Codec.findEncoderByName(FF_ENCODER_AAC)!
  const codec = new CodecContext()
  codec.allocContext3(encoder)
  codec.sampleRate = sampleRate
  codec.sampleFormat = AV_SAMPLE_FMT_FLTP
  codec.channelLayout = AV_CHANNEL_LAYOUT_MONO
  codec.timeBase = new Rational(1, sampleRate)
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER)
  succeed(await codec.open2(encoder), 'opening')
  const file = new FormatContext()
  succeed(file.allocOutputContext2(null, 'mp4', `file:${path}`), 'choosing mp4')
  const stream = file.newStream()
  stream.timeBase = new Rational(1, sampleRate)
  succeed(stream.codecpar.fromContext(codec), 'describing')
  succeed(await file.openOutput(), 'creating')
  succeed(await file.writeHeader(), 'writing the header')
  const packet = new Packet()
  packet.alloc()
  for (let index = 0; index <= 24; index++) {
    const frame =
      index < 24
        ? Frame.fromAudioBuffer(Buffer.alloc(nbSamples * 4), {
            nbSamples,
            format: AV_SAMPLE_FMT_FLTP,
            sampleRate,
            channelLayout: AV_CHANNEL_LAYOUT_MONO,
            timeBase: { num: 1, den: sampleRate },
            pts: BigInt(index * nbSamples),
          })
        : null
    succeed(await codec.sendFrame(frame), 'encoding')
    frame?.free()
    for (;;) {
      const result = await codec.receivePacket(packet)
      if (result === AVERROR_EAGAIN || result === AVERROR_EOF) break
      succeed(result, 'encoding')
      packet.streamIndex = 0
      packet.rescaleTs(codec.timeBase, file.streams[0]!.timeBase)
      succeed(await file.interleavedWriteFrame(packet), 'writing')
      packet.unref()
    }
  }
  succeed(await file.writeTrailer(), 'finishing')
  await file.closeOutput()
  codec.freeContext()
  packet.free()
}
