import { once } from 'node:events'
import { open, rm } from 'node:fs/promises'
import { checkEncoderOptions } from '../check-encoder-options.ts'
import type { VideoEncoder, VideoEncoderOptions } from '../media-backend.ts'
import { x264Params } from '../x264-params.ts'
import type { Tools } from './find-tools.ts'
import { startTool, words } from './run-tool.ts'

/** As the encoder of node-av, with `ffmpeg`, which ends with this process: its input ends then. */
export async function openVideoEncoder(
  { ffmpeg }: Tools,
  options: VideoEncoderOptions,
): Promise<VideoEncoder> {
  checkEncoderOptions(options)
  const { path, width, height } = options
  const bytesPerFrame = (width * height * 3) / 2
  await create(path)
  const { child, ended } = startTool(ffmpeg, argumentsFor(options), 'pipe')
  const stdin = child.stdin!
  // A program that ended says why in `ended`.
  stdin.on('error', () => undefined)
  let frames = 0
  let state: 'open' | 'closing' | 'ended' = 'open'
  let isAborted = false
  let queue: Promise<unknown> = Promise.resolve()

  async function abort() {
    if (state === 'ended') return
    state = 'ended'
    isAborted = true
    child.kill('SIGKILL')
    await ended.catch(() => undefined)
    await rm(path, { force: true })
  }

  async function give(i420: Buffer) {
    if (isAborted) return
    try {
      if (!stdin.write(i420)) await Promise.race([once(stdin, 'drain'), ended])
    } catch (error) {
      if (isAborted) return
      await ended
      throw error
    }
  }

  return {
    write(i420) {
      if (state !== 'open') return Promise.reject(new Error('This video is already finished.'))
      if (i420.byteLength !== bytesPerFrame) {
        const reason = `i420 must hold ${bytesPerFrame} bytes, not ${i420.byteLength}`
        return Promise.reject(new RangeError(reason))
      }
      frames += 1
      const copy = Buffer.from(i420)
      const giving = queue.then(() => give(copy))
      queue = giving
      giving.catch(() => undefined)
      return giving
    },

    async close() {
      if (state !== 'open') throw new Error('This video is already finished.')
      state = 'closing'
      try {
        await queue
        if (frames === 0) throw new Error('A video needs at least one frame.')
        stdin.end()
        await ended
      } catch (error) {
        await abort()
        throw error
      }
      state = 'ended'
    },

    abort,
  }
}

async function create(path: string) {
  try {
    await (await open(path, 'w')).close()
  } catch (error) {
    throw new Error(`Failed creating ${path}: No such file or directory`, { cause: error })
  }
}

const bt709 = '-color_range tv -colorspace bt709 -color_trc bt709 -color_primaries bt709'

function argumentsFor(options: VideoEncoderOptions) {
  const { path, width, height, rate, keyInterval, metadata = {}, crf = 17, qp } = options
  const quality = qp === undefined ? `-crf ${crf}` : `-qp ${qp}`
  const keys = options.keyFrames?.map((frame) => `eq(n,${frame})`).join('+')
  return [
    ...words(`-v error -y -f rawvideo -pix_fmt yuv420p -video_size ${width}x${height}`),
    ...words(`-framerate ${rate.num}/${rate.den} ${bt709} -i pipe:0 -fps_mode passthrough`),
    ...words(`-c:v libx264 -preset veryfast ${quality} -threads 2 -bf 0`),
    ...words(`-g ${keyInterval} -flags +cgop -x264-params ${x264Params} -forced-idr 1`),
    ...(keys ? ['-force_key_frames', `expr:${keys}`] : []),
    ...words(`${bt709} -chroma_sample_location left`),
    ...Object.entries(metadata).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
    ...words('-movflags +faststart+write_colr -f mp4'),
    `file:${path}`,
  ]
}
