import { AV_LOG_QUIET, AVMEDIA_TYPE_VIDEO } from 'node-av/constants'
import { Dictionary, FormatContext, Log } from 'node-av/lib'
import { succeed } from './succeed.ts'

/** The first video stream of a file on this disk. The caller must `closeInput()` the file. */
export async function openVideo(path: string) {
  Log.setLevel(AV_LOG_QUIET)
  const file = new FormatContext()
  try {
    // Play lists and the like can name other files and addresses: only containers, only this file.
    const only = Dictionary.fromObject({
      protocol_whitelist: 'file',
      format_whitelist: 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm',
    })
    succeed(await file.openInput(`file:${path}`, null, only), 'opening the container')
    succeed(await file.findStreamInfo(), 'reading the streams')
    const index = file.findBestStream(AVMEDIA_TYPE_VIDEO)
    succeed(index, 'finding a video stream')
    return { file, stream: file.streams[index]! }
  } catch (error) {
    await file.closeInput()
    throw error
  }
}
