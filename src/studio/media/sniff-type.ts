export type SniffedType = {
  /** As people call it: `PNG`, `HEIC`. */
  name: string
  /** `null`: the upstream takes no such files. */
  medium: 'image' | 'video' | null
}

/** One sign for each byte; a `TextDecoder` for latin1 reads windows-1252. */
const signs = (bytes: Uint8Array) => String.fromCharCode(...bytes)

const picture = (name: string): SniffedType => ({ name, medium: 'image' })
const clip = (name: string): SniffedType => ({ name, medium: 'video' })
const foreign = (name: string): SniffedType => ({ name, medium: null })

/** The brand of an ISO media file, which is MP4, QuickTime and half the camera formats. */
function typeOfBrand(brand: string): SniffedType {
  if (brand === 'qt  ') return clip('MOV')
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)/.test(brand)) return foreign('HEIC')
  if (/^avi[fs]/.test(brand)) return foreign('AVIF')
  if (/^(M4A|M4B|F4A|F4B)/.test(brand)) return foreign('sound')
  if (brand.startsWith('crx')) return foreign('camera raw')
  if (brand.startsWith('3g')) return foreign('3GP')
  return clip('MP4')
}

/** What a file is by its first bytes, whatever it is called; 64 are enough. `null`: unknown. */
export function sniffType(head: Uint8Array): SniffedType | null {
  const text = signs(head.subarray(0, 64))
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return picture('PNG')
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return picture('JPEG')
  if (text.startsWith('RIFF')) {
    const kind = text.slice(8, 12)
    if (kind === 'WEBP') return picture('WebP')
    return kind === 'AVI ' ? foreign('AVI') : null
  }
  if (text.slice(4, 8) === 'ftyp') return typeOfBrand(text.slice(8, 12))
  if (/^(moov|mdat|free|wide|skip)$/.test(text.slice(4, 8))) return clip('MOV')
  if (text.startsWith('\x1a\x45\xdf\xa3')) {
    return text.includes('webm') ? clip('WebM') : foreign('Matroska (MKV)')
  }
  if (text.startsWith('GIF8')) return foreign('GIF')
  if (text.startsWith('BM')) return foreign('BMP')
  if (/^(II\*\0|MM\0\*)/.test(text)) return foreign('TIFF or camera raw')
  if (text.startsWith('8BPS')) return foreign('Photoshop')
  if (text.startsWith('v/1\x01')) return foreign('OpenEXR')
  if (text.startsWith('%PDF')) return foreign('PDF')
  if (/^\s*<(svg|\?xml)/i.test(text)) return foreign('SVG')
  return null
}
