import { listFrames } from './list-frames.ts'
import { openVideo } from './open-video.ts'
import { readStill } from './read-still.ts'

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
  const video = await openVideo(path)
  try {
    const { stream, turn } = video
    const { frames: shown, isWhole } = await listFrames(video)
    const frames = shown.length
    if (frames === 0) throw new Error('This video has no picture in it.')
    if (!isWhole) throw new Error('This video is cut off: its end is missing.')
    const [start, last] = [shown[0]!.start, shown.at(-1)!.start]
    let end = shown.reduce((latest, frame) => Math.max(latest, frame.end), -Infinity)
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
  } finally {
    await video.file.closeInput()
  }
}
