import { AV_PKT_FLAG_CORRUPT } from 'node-av/constants'
import { readStill } from './read-still.ts'
import { withVideo } from './open-video.ts'

/** Pixels as shown, after rotation. `frames` is counted, not taken from the header. */
export type VideoFacts = {
  width: number
  height: number
  frames: number
  fps: number
  duration_s: number
}

/**
 * Counts every frame, and decodes one as proof that the video can be shown.
 *
 * @throws Error with one plain sentence about the video.
 */
export async function readFacts(path: string): Promise<VideoFacts> {
  await readStill(path)
  return withVideo(path, async ({ file, stream, packet, turn }) => {
    let frames = 0
    let whole = true
    let [start, last, end] = [Infinity, -Infinity, -Infinity]
    while ((await file.readFrame(packet)) >= 0) {
      if (packet.streamIndex === stream.index) {
        frames++
        if (packet.hasFlags(AV_PKT_FLAG_CORRUPT)) whole = false
        start = Math.min(start, Number(packet.pts))
        last = Math.max(last, Number(packet.pts))
        end = Math.max(end, Number(packet.pts + packet.duration))
      }
      packet.unref()
    }
    const claimed = Number(stream.nbFrames)
    if (!whole || frames < claimed) throw new Error('This video is cut off: its end is missing.')

    const stated = stream.avgFrameRate.num > 0 ? stream.avgFrameRate.toDouble() : undefined
    const tick = stream.timeBase.toDouble()
    // WebM need not say how long its last frame is shown.
    if (end === last) end += stated ? 1 / stated / tick : (last - start) / Math.max(1, frames - 1)
    const duration_s = (end - start) * tick
    const counted = frames / duration_s
    // A stated rate is exact where time stamps are rounded, and wrong where B-frames end an mp4.
    const fps = stated && Math.abs(stated / counted - 1) < 0.01 ? stated : counted
    const { width, height } = stream.codecpar
    const size = turn % 180 ? { width: height, height: width } : { width, height }
    return { ...size, frames, fps, duration_s }
  })
}
