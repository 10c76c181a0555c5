import { open } from 'node:fs/promises'
import { MediaFault } from './media-fault.ts'

/**
 * The media type that a file's first bytes say, whatever its name.
 *
 * @throws MediaFault when it is none that the engine reads.
 */
export async function sniffMedia(path: string): Promise<string> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(32)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    if (bytesRead === 0) throw new MediaFault('corrupt', 'it is empty')
    const text = head.toString('latin1')
    if (text.startsWith('\x89PNG\r\n')) return 'image/png'
    if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
    if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif'
    if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
    if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm'
    if (text.slice(4, 8) === 'ftyp') return ofBrand(text.slice(8, 12))
    // Before brands, QuickTime files began with any of these.
    if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(text.slice(4, 8)))
      return 'video/quicktime'
    throw new MediaFault('unsupported', 'it is neither a picture nor a video that the engine knows')
  } finally {
    await file.close()
  }
}

function ofBrand(brand: string) {
  if (brand === 'qt  ') return 'video/quicktime'
  if (brand === 'avif' || brand === 'avis') return 'image/avif'
  if (['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'].includes(brand)) {
    throw new MediaFault('unsupported', 'it is an HEIC picture, which the engine cannot read')
  }
  return 'video/mp4'
}
