const tags = { exif: 0x8769, gps: 0x8825, gpsVersion: 0 }
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const entryBytes = 12
const mostDirectories = 16
const mostPlaces = 4

/**
 * Takes the GPS directory out of EXIF (a TIFF, as it stands in pictures), in place and with the same
 * length: every other value stays where it was.
 *
 * @returns whether it said where the picture was made
 */
export function dropGpsIfd(tiff: Buffer): boolean {
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return false
  const isBig = order === 'MM'
  const read16 = (at: number) => (isBig ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at))
  const read32 = (at: number) => (isBig ? tiff.readUInt32BE(at) : tiff.readUInt32LE(at))
  const has = (at: number, length: number) => at >= 8 && at + length <= tiff.length
  if (tiff.length < 8 || read16(2) !== 42) return false

  /** Where the entries of a directory begin, as many as are really there. */
  function entriesOf(at: number): number[] {
    if (!has(at, 2)) return []
    const there = Math.floor((tiff.length - at - 2) / entryBytes)
    const count = Math.min(read16(at), there)
    return Array.from({ length: count }, (_, index) => at + 2 + index * entryBytes)
  }

  /** Each byte needs wiping once: more is asked for only by a file that means harm. */
  let wipesLeft = tiff.length

  function wipe(directory: number) {
    const entries = entriesOf(directory)
    let saysWhere = false
    for (const at of entries) {
      const length = (typeBytes[read16(at + 2)] ?? 1) * read32(at + 4)
      const value = read32(at + 8)
      if (read16(at) !== tags.gpsVersion) saysWhere = true
      if (length <= 4 || length > wipesLeft || !has(value, length)) continue
      wipesLeft -= length
      tiff.fill(0, value, value + length)
    }
    if (has(directory, 2)) tiff.fill(0, directory, directory + 2 + entries.length * entryBytes)
    return saysWhere
  }

  /** The entries behind it and the address of the next directory move up. */
  function remove(directory: number, entry: number) {
    const count = read16(directory)
    if (count === 0) return
    const end = Math.min(tiff.length, directory + 2 + count * entryBytes + 4)
    tiff.copyWithin(entry, entry + entryBytes, end)
    tiff.fill(0, Math.max(entry, end - entryBytes), end)
    if (isBig) tiff.writeUInt16BE(count - 1, directory)
    else tiff.writeUInt16LE(count - 1, directory)
  }

  let saidWhere = false
  let places = 0
  const seen = new Set<number>()
  const waiting = [read32(4)]
  while (waiting.length && seen.size < mostDirectories) {
    const directory = waiting.pop()!
    if (seen.has(directory) || !has(directory, 2)) continue
    seen.add(directory)
    for (const at of entriesOf(directory).toReversed()) {
      const [tag, value] = [read16(at), read32(at + 8)]
      if (tag === tags.exif) waiting.push(value)
      if (tag !== tags.gps) continue
      places++
      if (places > mostPlaces) tiff.fill(0, at, at + entryBytes)
      else {
        if (!seen.has(value) && wipe(value)) saidWhere = true
        remove(directory, at)
      }
    }
    const next = directory + 2 + entriesOf(directory).length * entryBytes
    if (has(next, 4)) waiting.push(read32(next))
  }
  return saidWhere
}

const exifHeader = 'Exif\0\0'

/** The same for EXIF that may begin with its name, as in JPEG. */
export function dropExifLocation(exif: Buffer): boolean {
  const isNamed = exif.toString('latin1', 0, exifHeader.length) === exifHeader
  return dropGpsIfd(isNamed ? exif.subarray(exifHeader.length) : exif)
}
