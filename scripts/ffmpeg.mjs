import { installFromDebian, isRootOnDebian, onPath } from './program.mjs'

/** Brings FFmpeg where that can be done, for the tests of the second encoder. */
export function bringFfmpeg() {
  if (process.env.FFMPEG_PATH || onPath(['ffmpeg', 'ffmpeg.exe'])) return
  if (isRootOnDebian()) installFromDebian('ffmpeg', 'the tests of the second encoder')
  else process.stdout.write('No ffmpeg on PATH: the second encoder is not tested.\n')
}
