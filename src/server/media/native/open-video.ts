import { AV_LOG_QUIET, AV_PKT_DATA_DISPLAYMATRIX, AVMEDIA_TYPE_VIDEO } from 'node-av/constants'
import { Dictionary, FFmpegError, FormatContext, Log } from 'node-av/lib'
import type { Stream } from 'node-av/lib'

/** `turn`: degrees clockwise that the stored picture must be turned by to be shown. */
export type Video = { file: FormatContext; stream: Stream; turn: number }

const mostPx = 8192

/**
 * Opens the picture of a video. The caller must `closeInput()` the file.
 *
 * @throws Error with one plain sentence about the video.
 */
export async function openVideo(path: string): Promise<Video> {
  Log.setLevel(AV_LOG_QUIET)
  const file = new FormatContext()
  try {
    // Play lists can name other files and addresses: only containers, only this file.
    const only = Dictionary.fromObject({
      protocol_whitelist: 'file',
      format_whitelist: 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm',
    })
    soundOrThrow(await file.openInput(`file:${path}`, null, only))
    soundOrThrow(await file.findStreamInfo())
    const index = file.findBestStream(AVMEDIA_TYPE_VIDEO)
    if (index < 0) throw new Error('This video has no picture in it.')
    const stream = file.streams[index]!
    const { width, height } = stream.codecpar
    if (Math.max(width, height) > mostPx) {
      throw new Error(`This video is ${width} × ${height} pixels; ${mostPx} a side is the most.`)
    }
    return { file, stream, turn: turnOf(stream) }
  } catch (error) {
    await file.closeInput()
    throw error
  }
}

/** Turns FFmpeg's negative result codes into a sentence about the video. */
export function soundOrThrow(result: number): void {
  if (result < 0) {
    throw new Error(`This video is damaged or incomplete (${FFmpegError.strerror(result)}).`)
  }
}

/** From the 3 × 3 matrix (16.16 fixed point) that phones write; mirrored pictures stay mirrored. */
function turnOf(stream: Stream) {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)
  if (!matrix) return 0
  const degrees = (Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0)) * 180) / Math.PI
  return (Math.round(degrees / 90) * 90 + 360) % 360
}
