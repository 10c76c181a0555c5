import type { ReadableBytes } from '../../media/containers/readable-bytes.ts'
import { orientationExif } from './orientation-exif.ts'
import type { Piece } from './pieces.ts'
import { createSplice } from './splice.ts'
import type { Told } from './told.ts'
import { xmpPacket } from './xmp-packet.ts'

const marker = { soi: 0xffd8, sos: 0xffda, app0: 0xffe0, app1: 0xffe1, app13: 0xffed, com: 0xfffe }
const tellers = new Set([marker.app1, marker.app13, marker.com])
const exifName = 'Exif\0\0'
const xmpName = 'http://ns.adobe.com/xap/1.0/\0'
const mostSegments = 4096
const mostSegmentBytes = 65_533

/** `null`: not a JPEG that can be taken apart. */
export async function rewriteJpeg(file: ReadableBytes, told: Told | null): Promise<Piece[] | null> {
  const splice = createSplice(file.size)
  if ((await file.read(0, 2)).toString('hex') !== 'ffd8') return null
  let isTold = told === null
  let at = 2
  for (let segments = 0; segments < mostSegments; segments++) {
    const head = await file.read(at, 4)
    if (head.length < 4 || head[0] !== 0xff) return null
    const kind = head.readUInt16BE(0)
    const [from, end] = [at + 4, at + 2 + head.readUInt16BE(2)]
    if (end < from || end > file.size) return null
    const name = tellers.has(kind) ? await file.read(from, xmpName.length) : null
    const isExif = name?.toString('latin1').startsWith(exifName) === true
    const isXmp = kind === marker.app1 && name?.toString('latin1') === xmpName
    if (!isTold && told && kind !== marker.app0 && !(kind === marker.app1 && isExif)) {
      splice.put(at, xmpSegment(told))
      isTold = true
    }
    if (kind === marker.sos) return splice.done()
    if (told ? isXmp : name !== null) splice.drop(at, end)
    if (!told && kind === marker.app1 && isExif) {
      const tiff = await file.read(from + exifName.length, end - from - exifName.length)
      const kept = orientationExif(tiff)
      if (kept) splice.put(end, segment(marker.app1, exifName, kept))
    }
    at = end
  }
  return null
}

function segment(kind: number, name: string, bytes: Buffer) {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(kind, 0)
  head.writeUInt16BE(2 + name.length + bytes.length, 2)
  return Buffer.concat([head, Buffer.from(name, 'latin1'), bytes])
}

/** What is too long for one segment is told without its settings. */
function xmpSegment(told: Told) {
  const whole = xmpPacket(told)
  const fits = whole.length + xmpName.length <= mostSegmentBytes
  return segment(marker.app1, xmpName, fits ? whole : xmpPacket({ ...told, settings: '' }))
}
