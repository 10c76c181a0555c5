import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

const [width, height] = [120, 80]
const still = () =>
  sharp(
    Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7 + (at >> 5) * 13) % 256),
    { raw: { width, height, channels: 3 } },
  )

function chunk(name: string, data: Uint8Array) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const bytes = Buffer.alloc(body.length + 8)
  bytes.writeUInt32BE(data.length, 0)
  body.copy(bytes, 4)
  bytes.writeUInt32BE(crcOf(body), body.length + 4)
  return bytes
}

/** A PNG of one grey, one bit a pixel; `data` is what it holds, whatever the header says. */
function greyPng(side: number, data: Uint8Array) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One picture of 4 × 4 pixels, shown over and over. */
function longGif(frames: number) {
  const head = Buffer.from('GIF89a\x04\x00\x04\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1')
  const delay = Buffer.from('!\xf9\x04\x00\x04\x00\x00\x00', 'latin1')
  const picture = Buffer.from(
    ',\x00\x00\x00\x00\x04\x00\x04\x00\x00\x02\x04\x84\x8f\x09\x05\x00',
    'latin1',
  )
  const frame = Buffer.concat([delay, picture])
  const all = Buffer.alloc(frame.length * frames)
  for (let index = 0; index < frames; index++) frame.copy(all, index * frame.length)
  return Buffer.concat([head, all, Buffer.from(';', 'latin1')])
}

/** Stills as nobody should send them, and unusual ones that are right, by name. */
export async function hostileStills(): Promise<Record<string, Uint8Array>> {
  const png = await still().png().toBuffer()
  const jpeg = await still().jpeg().toBuffer()
  const webp = await still().webp().toBuffer()
  const pages = { width, height: height * 3, channels: 3 as const, pageHeight: height }
  const strip = Buffer.concat(
    Array.from({ length: 3 }, (_, at) => Buffer.alloc(width * height * 3, at * 80)),
  )
  const rgb = still()
  return {
    'plain.png': png,
    'plain.jpeg': jpeg,
    'plain.webp': webp,
    'plain.gif': await still().gif().toBuffer(),
    'deep.png': await rgb.clone().toColourspace('rgb16').png().toBuffer(),
    'inks.jpeg': await rgb.clone().toColourspace('cmyk').jpeg().toBuffer(),
    'upright.jpeg': await rgb.clone().withMetadata({ orientation: 8 }).jpeg().toBuffer(),
    'moving.webp': await sharp(strip, { raw: pages }).webp().toBuffer(),
    'long.gif': longGif(10_000),
    'nothing.png': Buffer.alloc(0),
    'half.png': png.subarray(0, png.length / 2),
    'half.jpeg': jpeg.subarray(0, jpeg.length / 2),
    'half.webp': webp.subarray(0, webp.length / 2),
    'claims.png': greyPng(60_000, Buffer.alloc(100)),
    'flood.png': greyPng(20_000, Buffer.alloc(20_000 * 2501)),
    'short.png': greyPng(7_000, Buffer.alloc(100)),
    'text.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crcOf = (bytes: Uint8Array) =>
  (bytes.reduce((crc, byte) => crcTable[(crc ^ byte) & 255]! ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0
