import { fileTypeFromFile } from 'file-type'
import { resolve } from 'node:path'
import { mediaProcess } from './media-process.ts'
import { openPicture } from './open-picture.ts'

export type MediaProbe = {
  medium: 'image' | 'video'
  media_type: string
  /** Pixels as shown, after the rotation that the file asks for. */
  width: number
  height: number
  frames?: number
  fps?: number
  duration_s?: number
}

const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const videos = ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-m4v']

/**
 * What a file is, by its bytes. A picture is decoded whole and a video counted to its end, so that a
 * cut-off file is found here and not later.
 *
 * @throws Error with one plain sentence for a file that is broken or of an unknown kind.
 */
export async function probeMedia(path: string): Promise<MediaProbe> {
  const found = await fileTypeFromFile(path)
  if (found && pictures.includes(found.mime)) return probePicture(path, found.mime)
  if (found && videos.includes(found.mime)) {
    const said = await mediaProcess.ask({ ask: 'facts', path: resolve(path) })
    if (!('facts' in said)) throw new Error('This video could not be measured.')
    const media_type = found.mime === 'video/x-m4v' ? 'video/mp4' : found.mime
    return { medium: 'video', media_type, ...said.facts }
  }
  const kind = found
    ? `${found.ext.toUpperCase()} files are not taken`
    : 'This file is of no known kind'
  throw new Error(`${kind}: pictures may be JPEG, PNG, WebP or AVIF, videos MP4, MOV or WebM.`)
}

async function probePicture(path: string, media_type: string): Promise<MediaProbe> {
  const picture = openPicture(path)
  try {
    const { autoOrient } = await picture.metadata()
    await picture.resize(16, 16).raw().toBuffer()
    return { medium: 'image', media_type, ...autoOrient }
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.includes('pixel limit')
    const fault = tooLarge ? 'has more than 64 million pixels' : 'is damaged or incomplete'
    throw new Error(`This picture ${fault}.`, { cause: error })
  }
}
