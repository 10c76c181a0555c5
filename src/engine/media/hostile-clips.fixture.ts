import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { barCodedFrame } from './bar-coded-frame.ts'
import { writeForeignVideo } from './foreign-video.fixture.ts'
import type { ForeignVideo } from './foreign-video.fixture.ts'
import { writeSound } from './sound.fixture.ts'

const [width, height, frames] = [160, 90, 24]
const pictures = Array.from({ length: frames }, (_, index) => barCodedFrame(index, width, height))
const tenBits = (picture: Uint8Array) =>
  new Uint8Array(Uint16Array.from(picture, (value) => value * 4).buffer)
const plain = { pix_fmt: 'yuv420p', width, height, matrix: 1, range: 1, pictures }
const irregular = pictures.map((_, index) => index * 25 + (index % 3) * 8)

const unusual: Record<string, Omit<ForeignVideo, 'path'>> = {
  'plain.mp4': plain,
  'irregular.mp4': { ...plain, starts: irregular },
  'phone.mov': { ...plain, container: 'mov', turned: [0, 1, -1, 0] },
  'odd.mp4': {
    ...plain,
    pix_fmt: 'yuv444p',
    width: 321,
    height: 181,
    pictures: [40, 90, 140].map((level) => new Uint8Array(321 * 181 * 3).fill(level)),
  },
  'ten.mp4': {
    ...plain,
    codec: 'libx265',
    pix_fmt: 'yuv420p10le',
    pictures: pictures.map(tenBits),
    settings: { 'x265-params': 'log-level=none' },
  },
  'nine.webm': {
    ...plain,
    container: 'webm',
    codec: 'libvpx-vp9',
    settings: { deadline: 'realtime', 'cpu-used': '8' },
  },
  'hidden.webm': {
    ...plain,
    container: 'webm',
    codec: 'libvpx',
    settings: { 'auto-alt-ref': '1', 'lag-in-frames': '16', 'cpu-used': '4', b: '200k' },
  },
}

/** Writes clips as nobody should send them, and unusual ones that are right; answers bytes by name. */
export async function hostileClips(folder: string): Promise<Record<string, Uint8Array>> {
  const clips: Record<string, Uint8Array> = {}
  for (const [name, video] of Object.entries(unusual)) {
    const path = join(folder, name)
    await writeForeignVideo({ ...video, path })
    clips[name] = await readFile(path)
  }
  const sound = join(folder, 'sound.mp4')
  await writeSound(sound)
  const whole = clips['plain.mp4']!
  const wide = Buffer.from(whole)
  const entry = wide.indexOf('avc1', wide.indexOf('stsd')) + 4 + 24
  wide.writeUInt16BE(60_000, entry)
  wide.writeUInt16BE(60_000, entry + 2)
  return {
    ...clips,
    'sound.mp4': await readFile(sound),
    'nothing.mp4': new Uint8Array(),
    'zeros.mp4': new Uint8Array(5000),
    'half.mp4': whole.subarray(0, whole.length / 2),
    'half.webm': clips['nine.webm']!.subarray(0, 300),
    'claims.mp4': wide,
  }
}
