import { mostVideoPixels } from '../check-held.ts'
import { movingPicture } from './describe-video.ts'
import type { Tools } from './find-tools.ts'
import { readingOf, startTool, words } from './run-tool.ts'

export type Pictures = {
  /** `null` when the program has given its last whole picture, however it ended. */
  next(): Promise<Buffer | null>
  close(): Promise<void>
}

/** Decoded pictures of `bytes` bytes each; `ffmpeg` waits while they are not taken. */
export function openPictures(
  { ffmpeg }: Tools,
  path: string,
  options: { filters: string; pix_fmt: string; bytes: number; most?: number },
): Pictures {
  const { filters, pix_fmt, bytes, most } = options
  const args = [
    ...words(`-v error -nostdin -xerror -noautorotate -threads 1 -max_pixels ${mostVideoPixels}`),
    ...readingOf(path),
    ...words(`-map 0:${movingPicture} -fps_mode passthrough -pix_fmt ${pix_fmt} -f rawvideo`),
    ...(filters ? ['-vf', filters] : []),
    ...(most ? ['-frames:v', `${most}`] : []),
    'pipe:1',
  ]
  const { child, ended } = startTool(ffmpeg, args, 'ignore')
  const chunks = child.stdout![Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let left: Buffer = Buffer.alloc(0)

  return {
    async next() {
      const picture = Buffer.allocUnsafeSlow(bytes)
      for (let filled = 0; filled < bytes;) {
        if (!left.length) {
          const { value, done } = await chunks.next()
          if (done) return null
          left = value
        }
        const copied = left.copy(picture, filled)
        filled += copied
        left = left.subarray(copied)
      }
      return picture
    },
    async close() {
      child.kill('SIGKILL')
      child.stdout?.destroy()
      await ended.catch(() => undefined)
    },
  }
}
