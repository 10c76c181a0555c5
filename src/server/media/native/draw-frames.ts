import sharp from 'sharp'
import type { Clip } from './open-clip.ts'
import { openPictureFilter, rgbFilters } from './picture-filter.ts'

export type DrawnAs = { format: 'webp'; maxWidth: number } | { format: 'png' }

/** One frame as a picture: a WebP to look at, or a PNG that loses nothing. */
export async function drawFrame(clip: Clip, frame: number, as: DrawnAs): Promise<Buffer> {
  const filter = openPictureFilter(rgbFilters(clip.video.turn))
  try {
    const shown = await filter.pass(await clip.read(frame))
    const { width, height } = shown
    const picture = sharp(shown.toBuffer(), { raw: { width, height, channels: 3 } })
    if (as.format === 'png') return await picture.png({ compressionLevel: 6 }).toBuffer()
    const { maxWidth } = as
    return await picture
      .resize({ width: maxWidth, withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 })
      .toBuffer()
  } finally {
    filter.free()
  }
}

/** WebP ends at 16,383 pixels. */
const mostWidth = 16_383

/** Frames side by side, in the order given, as one WebP. */
export async function drawStrip(clip: Clip, wanted: number[], height: number): Promise<Buffer> {
  const { stream, turn } = clip.video
  const { width: stored, height: rows } = stream.codecpar
  const ratio = turn % 180 ? rows / stored : stored / rows
  const most = Math.floor(mostWidth / wanted.length)
  const width = Math.min(most, Math.max(1, Math.round(height * ratio)))
  const size = turn % 180 ? `w=${height}:h=${width}:` : `w=${width}:h=${height}:`
  const filter = openPictureFilter(rgbFilters(turn, size))
  const sheet = Buffer.alloc(width * wanted.length * height * 3)
  try {
    for (const [cell, frame] of wanted.entries()) {
      const rgb =
        frame === wanted[cell - 1] ? null : (await filter.pass(await clip.read(frame))).toBuffer()
      for (let row = 0; row < height; row++) {
        const to = (row * wanted.length + cell) * width * 3
        if (rgb) rgb.copy(sheet, to, row * width * 3, (row + 1) * width * 3)
        else sheet.copyWithin(to, to - width * 3, to)
      }
    }
  } finally {
    filter.free()
  }
  return sharp(sheet, { raw: { width: width * wanted.length, height, channels: 3 } })
    .webp({ quality: 78, effort: 3 })
    .toBuffer()
}
