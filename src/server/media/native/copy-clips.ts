import { AV_NOPTS_VALUE, AV_PKT_DATA_DISPLAYMATRIX, AVERROR_EOF } from 'node-av/constants'
import { Dictionary, FormatContext, Packet, Rational } from 'node-av/lib'
import type { ClipShape } from './clip-shape.ts'
import { listFrames } from './list-frames.ts'
import { openVideo, soundOrThrow } from './open-video.ts'
import type { Video } from './open-video.ts'

type Source = { path: string; shape: ClipShape }

/** How many packets a picture may come before it is shown: the reordering of B-frames. */
async function delayOf(path: string) {
  let delay = 0
  let index = 0
  await eachPacket(path, (_packet, shown) => {
    delay = Math.max(delay, index++ - shown)
  })
  return delay
}

/** In the order of decoding. `shown`: which frame of its clip it is. */
async function eachPacket(
  path: string,
  take: (packet: Packet, shown: number, video: Video) => unknown,
) {
  const { frames } = await withVideo(path, listFrames)
  const numberOf = new Map(frames.map(({ start }, index) => [start, index]))
  await withVideo(path, async (video) => {
    const packet = new Packet()
    packet.alloc()
    try {
      for (;;) {
        const result = await video.file.readFrame(packet)
        if (result === AVERROR_EOF) return
        soundOrThrow(result)
        if (packet.streamIndex === video.stream.index) {
          const start = Number(packet.pts === AV_NOPTS_VALUE ? packet.dts : packet.pts)
          const shown = numberOf.get(start)
          if (shown === undefined) throw new Error('This video is damaged: its times are unclear.')
          await take(packet, shown, video)
        }
        packet.unref()
      }
    } finally {
      packet.free()
    }
  })
}

async function withVideo<T>(path: string, use: (video: Video) => Promise<T>): Promise<T> {
  const video = await openVideo(path)
  try {
    return await use(video)
  } finally {
    await video.file.closeInput()
  }
}

/**
 * Writes the packets of alike clips one clip after the other, one frame of the first's rate apart.
 */
export async function copyClips(sources: readonly Source[], to: string): Promise<void> {
  const { num, den } = sources[0]!.shape.rate
  const tick = new Rational(den, num)
  let delay = 0
  for (const { path } of sources) delay = Math.max(delay, await delayOf(path))

  const file = new FormatContext()
  try {
    soundOrThrow(file.allocOutputContext2(null, 'mp4', `file:${to}`))
    const stream = file.newStream()
    await withVideo(sources[0]!.path, async ({ stream: like }) => {
      soundOrThrow(like.codecpar.copy(stream.codecpar))
      const matrix = like.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)
      if (matrix && !stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)) {
        soundOrThrow(stream.codecpar.addCodedSideData(AV_PKT_DATA_DISPLAYMATRIX, matrix))
      }
    })
    stream.timeBase = tick
    stream.avgFrameRate = new Rational(num, den)
    stream.sampleAspectRatio = stream.codecpar.sampleAspectRatio
    soundOrThrow(await file.openOutput())
    const muxing = Dictionary.fromObject({ movflags: '+faststart+write_colr' })
    soundOrThrow(await file.writeHeader(muxing))

    let [before, decoded] = [0, 0]
    for (const { path, shape } of sources) {
      await eachPacket(path, async (packet, shown) => {
        packet.streamIndex = 0
        packet.pts = BigInt(before + shown)
        packet.dts = BigInt(decoded++ - delay)
        packet.duration = 1n
        packet.rescaleTs(tick, file.streams[0]!.timeBase)
        soundOrThrow(await file.interleavedWriteFrame(packet))
      })
      before += shape.frames
    }
    soundOrThrow(await file.writeTrailer())
  } finally {
    await file.closeOutput()
    file.freeContext()
  }
}
