import type { Size } from '#contract/size.ts'
import { uploadLimits } from '#contract/upload.ts'

export type ScaledPicture = { file: Blob; said: string }

const qualities = [0.95, 0.92] as const
/** Each further try has so much of the side of the one before. */
const step = 0.85
const tries = 8

const words = ({ width, height }: Size) => `${width} × ${height}`

/** What was done to a picture, in a sentence. */
function scaledWords(from: Size, to: Size, type: string): string {
  const name = type === 'image/jpeg' ? 'JPEG' : 'PNG'
  return from.width === to.width && from.height === to.height
    ? `Saved again as ${name}, still ${words(to)}`
    : `Scaled from ${words(from)} to ${words(to)}, as ${name}`
}

function draw(picture: CanvasImageSource, { width, height }: Size) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return { canvas, context }
}

/** Looked for in a small copy, in which every pixel of the picture has a part. */
function hasTransparency(picture: CanvasImageSource, { width, height }: Size) {
  const factor = Math.min(1, 512 / Math.max(width, height))
  const small = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
  const { data } = draw(picture, small).context.getImageData(0, 0, small.width, small.height)
  for (let index = 3; index < data.length; index += 4) if ((data[index] ?? 255) < 255) return true
  return false
}

const encode = (canvas: HTMLCanvasElement, type: string, quality?: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))

/**
 * Makes a picture small enough to be sent, in this browser: to `to`, and further down while it is
 * over the limit of bytes. JPEG, or PNG where something shows through. What a camera wrote beside
 * the picture (place, time, lens) does not come along. Throws in words where this browser cannot.
 */
export async function scalePicture(file: Blob, from: Size, to: Size): Promise<ScaledPicture> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, {
      resizeWidth: to.width,
      resizeHeight: to.height,
      resizeQuality: 'high',
    })
  } catch {
    throw new Error('This browser cannot scale it: save it smaller in another program.')
  }
  try {
    const isOpaque = file.type === 'image/jpeg' || !hasTransparency(picture, to)
    const type = isOpaque ? 'image/jpeg' : 'image/png'
    let size = to
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const { canvas } = draw(picture, size)
      for (const quality of isOpaque ? qualities : [undefined]) {
        const made = await encode(canvas, type, quality)
        if (made && made.size <= uploadLimits.image) {
          return { file: made, said: scaledWords(from, size, type) }
        }
      }
      size = {
        width: Math.max(1, Math.round(size.width * step)),
        height: Math.max(1, Math.round(size.height * step)),
      }
    }
  } finally {
    picture.close()
  }
  throw new Error('It stays over 50 MB when it is scaled: save it smaller in another program.')
}
