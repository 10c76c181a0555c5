import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { barCodedFrame } from '#engine/media/bar-coded-frame.ts'
import { type ForeignVideo, writeForeignVideo } from '#engine/media/foreign-video.fixture.ts'

type NumberedClip = Omit<ForeignVideo, 'pix_fmt' | 'pictures' | 'width' | 'height'> & {
  frames: number
  width?: number
  height?: number
  tenBit?: boolean
}

/** A clip whose every frame says its number, with B-frames and a key frame each second. */
export async function writeNumberedClip(clip: NumberedClip): Promise<void> {
  const { frames, width = 160, height = 96, tenBit = false, ...rest } = clip
  const pictures = Array.from({ length: frames }, (_, index) => {
    const i420 = barCodedFrame(index, width, height)
    return tenBit ? new Uint8Array(Uint16Array.from(i420, (byte) => byte * 4).buffer) : i420
  })
  const settings = { preset: 'veryfast', g: '24', bf: '3', crf: '10' }
  const pix_fmt = tenBit ? 'yuv420p10le' : 'yuv420p'
  await writeForeignVideo({ settings, ...rest, width, height, pix_fmt, pictures })
}

/** The number that a picture of such a clip says, wherever it was turned upright. */
export async function readNumber(picture: Uint8Array): Promise<number> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const row = Math.floor(info.height / 4) * info.width
  let number = 0
  for (let bit = 0; bit < 8; bit++) {
    const x = Math.floor(((bit + 0.5) * info.width) / 8)
    if (data[(row + x) * info.channels]! > 128) number |= 1 << bit
  }
  return number
}

/** Cuts the beginning off by the edit list that B-frames have brought into an mp4. */
export async function cutByEditList(path: string, cut: { ticks: number; ms: number }) {
  const bytes = await readFile(path)
  const list = bytes.indexOf('elst') + 4
  const [isLong, entry] = [bytes[list] === 1, list + 8]
  if (isLong) throw new Error('This edit list has 64-bit times.')
  bytes.writeUInt32BE(bytes.readUInt32BE(entry) - cut.ms, entry)
  bytes.writeInt32BE(bytes.readInt32BE(entry + 4) + cut.ticks, entry + 4)
  await writeFile(path, bytes)
}
