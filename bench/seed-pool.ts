import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { imageRatios, imageSize } from '#contract/image.ts'
import { evenNearest, type Size } from '#contract/size.ts'
import { fps, frameCount, videoRatios, videoSize } from '#contract/video.ts'
import { i420OfRgb } from '#engine/morph/i420-of-rgb.ts'
import { planesOf } from '#engine/morph/i420-planes.ts'
import { openClipSink } from '#engine/render/clip-sink.ts'
import { receiveFile } from '#server/media/incoming-file.ts'
import { keepStill } from '#server/media/keep-still.ts'
import { probeMedia } from '#server/media/media-probe.ts'
import { mediaRow } from '#server/media/media-row.ts'
import { placeFile } from '#server/media/place-file.ts'
import type { DataFolder } from '#server/store/data-folder.ts'
import type { MediaRow } from '#server/store/tables.ts'
import type { Chance } from './seed-chance.ts'

/** Pictures and clips that all the seeded generations share, by ratio. */
export type Pool = {
  pictures: ReadonlyMap<string, readonly MediaRow[]>
  clips: ReadonlyMap<string, readonly MediaRow[]>
  rows: readonly MediaRow[]
}

const picturesEach = 5

// The server takes no SVG from anybody; here it is only drawn from.
sharp.unblock({ operation: ['VipsForeignLoadSvg'] })

/** A made-up landscape: sky, a light, ranges of hills. */
function landscape(chance: Chance, { width, height }: Size): Buffer {
  const hue = chance.below(360)
  const tone = (turn: number, lightness: number) =>
    `hsl(${(hue + turn) % 360} ${30 + chance.below(45)}% ${lightness}%)`
  const hills = [0.5, 0.63, 0.76, 0.88].map((level, index) => {
    const points = Array.from({ length: 9 }, (_, at) => {
      const y = height * (level + (chance.unit() - 0.5) * 0.16)
      return `${(width * at) / 8},${y.toFixed(0)}`
    })
    return `<polygon fill="${tone(index * 22, 46 - index * 11)}"
      points="0,${height} ${points.join(' ')} ${width},${height}"/>`
  })
  const side = Math.min(width, height)
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="${tone(200, 35)}"/>
    <stop offset="1" stop-color="${tone(40, 78)}"/></linearGradient>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="${width * (0.15 + 0.7 * chance.unit())}" cy="${height * (0.12 + 0.3 * chance.unit())}"
      r="${side * (0.04 + 0.1 * chance.unit())}" fill="${tone(60, 88)}"/>${hills.join('')}</svg>`)
}

/** A walk along a wider landscape. */
async function writeClip(chance: Chance, folder: string, size: Size, frames: number) {
  const wide = { width: evenNearest(size.width * 1.5), height: size.height }
  const rgb = await sharp(landscape(chance, wide)).removeAlpha().raw().toBuffer()
  const picture = i420OfRgb(rgb, wide)
  const sink = await openClipSink({ folder, size, rate: { num: fps, den: 1 } })
  const from = planesOf(wide)
  const reach = wide.width - size.width
  for (let frame = 0; frame < frames; frame++) {
    const shift = Math.floor((reach * frame) / frames / 2) * 2
    const shown = new Uint8Array((size.width * size.height * 3) / 2)
    for (const [plane, to] of planesOf(size).entries()) {
      const { start, width } = from[plane] as (typeof from)[number]
      const left = plane === 0 ? shift : shift / 2
      for (let y = 0; y < to.height; y++) {
        const at = start + y * width + left
        shown.set(picture.subarray(at, at + to.width), to.start + y * to.width)
      }
    }
    await sink.write(shown)
  }
  await sink.close()
  return join(folder, 'video.mp4')
}

export async function makePool(chance: Chance, folder: DataFolder): Promise<Pool> {
  const work = await mkdtemp(join(tmpdir(), 'dailies-seed-'))

  async function keep(path: string): Promise<MediaRow> {
    const temp = folder.tempFile()
    const row = mediaRow(await receiveFile(createReadStream(path), temp), await probeMedia(path))
    await placeFile(temp, folder.mediaFile(row.sha256))
    if (row.medium === 'file') return row
    const { sha256, medium } = row
    return { ...row, thumbhash: await keepStill(folder, { sha256, medium }) }
  }

  try {
    const pictures = new Map<string, MediaRow[]>()
    for (const ratio of imageRatios) {
      const kept: MediaRow[] = []
      for (let nth = 0; nth < picturesEach; nth++) {
        const path = join(work, 'picture.jpg')
        await sharp(landscape(chance, imageSize(ratio)))
          .jpeg({ quality: 82 })
          .toFile(path)
        kept.push(await keep(path))
      }
      pictures.set(ratio, kept)
    }
    const clips = new Map<string, MediaRow[]>()
    for (const ratio of videoRatios) {
      const kept: MediaRow[] = []
      for (const duration of ['5s', '10s'] as const) {
        const size = videoSize(ratio, '360p')
        kept.push(await keep(await writeClip(chance, work, size, frameCount(duration))))
      }
      clips.set(ratio, kept)
    }
    return { pictures, clips, rows: [...pictures.values(), ...clips.values()].flat() }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
