import {
  AV_DISPOSITION_ATTACHED_PIC,
  AV_LOG_QUIET,
  AVERROR_STREAM_NOT_FOUND,
  AVMEDIA_TYPE_VIDEO,
} from 'node-av/constants'
import { Dictionary, FormatContext, Log } from 'node-av/lib'
import type { Stream } from 'node-av/lib'
import { checkHeld } from '../check-held.ts'
import { formOf } from './frame-form.ts'
import { MediaFault } from '../media-fault.ts'
import { succeed } from '../succeed.ts'

const mostStreams = 16

/**
 * The first video stream of a file on this disk. The caller must `closeInput()` the file.
 *
 * @throws MediaFault when it has none or a larger one than can be held, Error when it is damaged.
 */
export async function openVideo(path: string): Promise<{ file: FormatContext; stream: Stream }> {
  Log.setLevel(AV_LOG_QUIET)
  const file = new FormatContext()
  try {
    // Play lists and the like can name other files and addresses: only containers, only this file.
    const only = Dictionary.fromObject({
      protocol_whitelist: 'file',
      format_whitelist: 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm',
      max_streams: mostStreams,
    })
    succeed(await file.openInput(`file:${path}`, null, only), 'opening the container')
    for (const each of file.streams) checkSize(each)
    succeed(await file.findStreamInfo(), 'reading the streams')
    const index = file.findBestStream(AVMEDIA_TYPE_VIDEO)
    const stream = file.streams[index]
    const isCover = stream && (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) !== 0
    if (index === AVERROR_STREAM_NOT_FOUND || isCover) {
      throw new MediaFault('unsupported', 'it has no moving picture in it')
    }
    succeed(index, 'finding a video stream')
    checkSize(stream!)
    return { file, stream: stream! }
  } catch (error) {
    await file.closeInput()
    throw error
  }
}

function checkSize(stream: Stream) {
  if (stream.codecpar.codecType === AVMEDIA_TYPE_VIDEO) checkHeld(formOf(stream))
}
