import type { Frame } from 'node-av/lib'
import { decodeFrames } from './decoded-frames.ts'
import { describeVideo } from './describe-video.ts'
import { formOf } from './frame-form.ts'
import type { MediaBackend } from '../media-backend.ts'
import { MediaFault } from '../media-fault.ts'
import { openVideo } from './open-video.ts'
import { shownSize } from '../picture-form.ts'
import { openPictureShower } from './shown-picture.ts'
import { timingOf } from '../video-timing.ts'

/**
 * Opens a video for reading from its first picture to its last. Everything is counted before the
 * first picture is read; a file that then holds fewer rejects at its end.
 *
 * @throws MediaFault with one sentence about the video.
 */
export const openVideoDecoder: MediaBackend['openVideoDecoder'] = async (path) => {
  const video = await describeVideo(path)
  const { file, stream } = await openVideo(path)
  const shower = openPictureShower('i420')
  const decoded = await decodeFrames(file, stream).catch(async (error: unknown) => {
    shower.free()
    await file.closeInput()
    throw error
  })
  let isClosed = false
  let queue: Promise<unknown> = Promise.resolve()

  async function close() {
    if (isClosed) return
    isClosed = true
    await queue.catch(() => undefined)
    decoded.free()
    shower.free()
    await file.closeInput()
  }

  try {
    let waiting: Frame | null = await decoded.next()
    if (!waiting) throw new MediaFault('corrupt', 'not one of its pictures can be decoded')
    const form = formOf(stream, waiting)
    // Pictures that lean on others before the file's beginning are never shown.
    const start = Number(waiting.bestEffortTimestamp)
    const shown = video.pictures.filter((picture) => picture.start >= start)
    const pictures = shown.length ? shown : video.pictures
    const frames = pictures.length
    const size = shownSize(form)
    let reads = 0

    async function readNext() {
      if (reads === frames) return null
      const frame = waiting ?? (await decoded.next())
      waiting = null
      if (!frame) {
        throw new MediaFault(
          'corrupt',
          `the video is damaged: only ${reads} of its ${frames} frames can be read`,
        )
      }
      reads += 1
      const own = formOf(stream, frame)
      const found = shownSize(own)
      if (found.width !== size.width || found.height !== size.height) {
        throw new MediaFault('unsupported', `the video changes its size at frame ${reads - 1}`)
      }
      return shower.show(frame, own)
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
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
