import { Codec, CodecContext, Frame, Packet } from 'node-av/lib'
import sharp from 'sharp'

type Size = { width: number; height: number }
/** Photographed panoramas of @pmndrs/assets (CC0), 512 × 256, linear. */
export type Place =
  'apartment' | 'bridge' | 'city' | 'dawn' | 'forest' | 'lobby' | 'night' | 'park' | 'sunset'

const halfOf = (bits: number) => {
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  const size = exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24
  return bits & 0x8000 ? -size : size
}
const filmic = (v: number) => (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14)
const coded = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)

async function panorama(place: Place) {
  const loaded = (await import(`@pmndrs/assets/hdri/${place}.exr.js`)) as { default: string }
  const packet = new Packet()
  packet.alloc()
  packet.data = Buffer.from(loaded.default.slice(loaded.default.indexOf(',') + 1), 'base64')
  const codec = new CodecContext()
  const decoder = Codec.findDecoderByName('exr' as Parameters<typeof Codec.findDecoderByName>[0])
  codec.allocContext3(decoder)
  await codec.open2(decoder)
  await codec.sendPacket(packet)
  const frame = new Frame()
  frame.alloc()
  await codec.receiveFrame(frame)
  const { width, height } = frame
  const bytes = frame.toBuffer()
  const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, width * height * 3)
  const rgb = Buffer.alloc(width * height * 3)
  const plane = width * height
  for (let i = 0; i < plane; i++) {
    const lights = [2, 0, 1].map((from) => Math.min(halfOf(halves[from * plane + i] ?? 0), 60))
    // Beside the brightest spots the panoramas ring below black.
    const top = Math.max(...lights)
    const brightest = top > 0 ? top : 60
    lights.forEach((light, channel) => {
      const sound = light < 0 ? brightest : light
      rgb[i * 3 + channel] = Math.round(255 * coded(Math.min(1, filmic(sound * 0.8))))
    })
  }
  frame.free()
  packet.free()
  codec.freeContext()
  return sharp(rgb, { raw: { width, height, channels: 3 } })
}

/** A photograph of a real place with a little grain, for tests: RGB bytes, the same every time. */
export async function naturalPicture(place: Place, size: Size): Promise<Uint8Array> {
  const { width, height } = size
  const aspect = width / height
  const cropHeight = Math.min(170, Math.round(400 / aspect))
  const crop = { width: Math.round(cropHeight * aspect), height: cropHeight }
  const left = Math.round((512 - crop.width) / 2)
  const picture = (await panorama(place)).extract({ left, top: 256 - 36 - crop.height, ...crop })
  const sized = await picture.png().toBuffer()
  const rgb = await sharp(sized)
    .resize({ ...size, kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  let state = 1
  return Uint8Array.from(rgb, (v) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.min(255, Math.max(0, v + Math.round((state / 2_147_483_648 - 0.5) * 4)))
  })
}

/** The same as a PNG file's bytes. */
export async function naturalPng(place: Place, size: Size): Promise<Buffer> {
  const rgb = await naturalPicture(place, size)
  return sharp(rgb, { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer()
}
