const orientationTag = 0x0112
const upright = 1
const name = 'Exif\0\0'

/**
 * Of EXIF (a TIFF, which may begin with its name) only which way up the picture is, as without it the picture would be shown
 * otherwise; `null` where it is stored upright.
 */
export function orientationExif(exif: Buffer): Buffer | null {
  const isNamed = exif.toString('latin1', 0, name.length) === name
  const orientation = readOrientation(isNamed ? exif.subarray(name.length) : exif)
  if (orientation <= upright || orientation > 8) return null
  const kept = Buffer.alloc(26)
  kept.write('MM\0*', 'latin1')
  kept.writeUInt32BE(8, 4)
  kept.writeUInt16BE(1, 8)
  kept.writeUInt16BE(orientationTag, 10)
  kept.writeUInt16BE(3, 12)
  kept.writeUInt32BE(1, 14)
  kept.writeUInt16BE(orientation, 18)
  return kept
}

function readOrientation(tiff: Buffer) {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return upright
  const isBig = order === 'MM'
  const read16 = (at: number) => (isBig ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at))
  const directory = isBig ? tiff.readUInt32BE(4) : tiff.readUInt32LE(4)
  if (directory + 2 > tiff.length) return upright
  const count = read16(directory)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) break
    if (read16(at) === orientationTag) return read16(at + 8)
  }
  return upright
}
