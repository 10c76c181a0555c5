import type { VideoDecoder } from '../media-backend.ts'
import { MediaFault } from '../media-fault.ts'
import { shownSize, showingFilters } from '../picture-form.ts'
import { timingOf } from '../video-timing.ts'
import { describeVideo, firstPicture } from './describe-video.ts'
import type { Tools } from './find-tools.ts'
import { openPictures } from './open-pictures.ts'

/** As the decoder of node-av, with `ffmpeg`. */
export async function openVideoDecoder(tools: Tools, path: string): Promise<VideoDecoder> {
  const video = await describeVideo(tools, path)
  const { form, start } = await firstPicture(tools, path)
  // Pictures that lean on others before the file's beginning are never shown.
  const shown = video.pictures.filter((picture) => picture.start >= start)
  const pictures = shown.length ? shown : video.pictures
  const frames = pictures.length
  const size = shownSize(form)
  const stream = openPictures(tools, path, {
    filters: showingFilters(form, 'i420'),
    pix_fmt: 'yuv420p',
    bytes: (size.width * size.height * 3) / 2,
  })
  let isClosed = false
  let reads = 0
  let queue: Promise<unknown> = Promise.resolve()

  async function readNext() {
    if (reads === frames) return null
    const picture = await stream.next()
    if (!picture) {
      const reason = `the video is damaged: only ${reads} of its ${frames} frames can be read`
      throw new MediaFault('corrupt', reason)
    }
    reads += 1
    return picture
  }

  return {
    ...size,
    frames,
    rate: timingOf({ ...video, pictures }).rate,
    read() {
      if (isClosed) return Promise.reject(new Error('This video is already closed.'))
      const reading = queue.then(readNext)
      queue = reading.catch(() => undefined)
      return reading
    },
    async close() {
      if (isClosed) return
      isClosed = true
      await stream.close()
    },
  }
}
