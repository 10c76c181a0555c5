import { MediaFault } from './media-fault.ts'
import { isHdr } from './picture-form.ts'
import type { PictureForm } from './picture-form.ts'

export const mostVideoPixels = 4096 * 2176
/** Tone mapping holds a few pictures of three floats a pixel. */
const mostHdrPixels = 2560 * 1440
/** 3840 × 2160 in ten bits, 4:2:0: a decoder keeps up to 17 of them. */
const mostBytes = 3840 * 2160 * 3

/** @throws MediaFault when a video is larger than fits into memory beside the rest. */
export function checkHeld(form: PictureForm): void {
  const { width, height, pix_fmt } = form
  const pixels = width * height
  const size = `it is ${width} × ${height} pixels`
  if (pixels > mostVideoPixels) {
    throw new MediaFault('too_large', `${size}; 4096 × 2176 is the most for a video`)
  }
  if (isHdr(form) && pixels > mostHdrPixels) {
    throw new MediaFault('too_large', `${size}; 2560 × 1440 is the most for an HDR video`)
  }
  if (pixels * bytesPerPixel(pix_fmt) > mostBytes) {
    throw new MediaFault('too_large', `${size} of ${pix_fmt}; that is too much to be held`)
  }
}

function bytesPerPixel(pix_fmt: string) {
  const samples = pix_fmt.includes('420') ? 1.5 : pix_fmt.includes('422') ? 2 : 3
  const isDeep = /\d+[lb]e$/.test(pix_fmt)
  return pix_fmt === 'unknown' ? 1.5 : samples * (isDeep ? 2 : 1)
}
