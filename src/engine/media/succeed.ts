import { FFmpegError } from 'node-av/lib'

/** Turns FFmpeg's negative result codes into an Error that says what was being done. */
export function succeed(result: number, doing: string): void {
  if (result < 0) throw new Error(`Failed ${doing}: ${FFmpegError.strerror(result)}`)
}
