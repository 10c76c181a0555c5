import { fitFrame } from '../fit-frame.ts'
import type { DecodedFrame } from '../media-backend.ts'
import { shownSize, showingFilters } from '../picture-form.ts'
import { describeVideo, firstPicture } from './describe-video.ts'
import type { Tools } from './find-tools.ts'
import { openPictures } from './open-pictures.ts'

/** As `readFrame` of node-av, always decoding from the start. */
export async function readFrame(
  tools: Tools,
  path: string,
  frame: number,
  maxSide?: number,
): Promise<DecodedFrame> {
  const { form } = await firstPicture(tools, path)
  const size = shownSize(form)
  const pictures = openPictures(tools, path, {
    filters: `select=eq(n\\,${frame}),${showingFilters(form, 'rgb')}`,
    pix_fmt: 'rgb24',
    bytes: size.width * size.height * 3,
    most: 1,
  })
  try {
    const rgb = await pictures.next()
    if (rgb) return await fitFrame({ ...size, rgb }, maxSide)
    const { length } = (await describeVideo(tools, path)).pictures
    throw new RangeError(`frame ${frame} does not exist: the video has ${length} frames`)
  } finally {
    await pictures.close()
  }
}
