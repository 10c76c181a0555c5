import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import sharp, { type OverlayOptions } from 'sharp'
import { readFrame } from '#engine/media/read-frame.ts'
import { createRenderClient } from '#engine/render-client.ts'
import type { SourceMedia } from '#engine/render/renderer.ts'
import { clipJobs, editJobs, photos, pictureJobs, type SheetJob } from './sheet-jobs.ts'

const seed = 7
const columns = 4
const cell = { width: 480, height: 320 }
const gap = 16
const line = 34
const stills = [0, 40, 80, 119]
const ground = { r: 250, g: 249, b: 247 }

type Tile = { picture: Buffer; caption?: string; wide: number; left: number; top: number }

const inter = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
)
GlobalFonts.register(await readFile(inter), 'Inter')

function captioned(text: string, width: number): Buffer {
  const canvas = createCanvas(width, line)
  const context = canvas.getContext('2d')
  context.font = '19px Inter'
  context.fillStyle = '#3b3a38'
  context.fillText(text, 0, 23, width)
  return canvas.toBuffer('image/png')
}

const folder = await mkdtemp(join(tmpdir(), 'dailies-sheet-'))
const client = createRenderClient()
const media: Record<string, SourceMedia> = await photos(folder)
let drawn = 0

/** The pictures to show of a job: of an image itself, of a clip four frames. */
async function picturesOf({ request, as }: SheetJob): Promise<Buffer[]> {
  const own = join(folder, String((drawn += 1)))
  await mkdir(own)
  const job = { id: own, request, seed, folder: own, media }
  const { outputs } = await client.render(job, () => undefined, new AbortController().signal)
  const [first] = outputs
  if (!first?.facts) throw new Error('nothing came out')
  const path = join(own, first.name)
  if (as) {
    const { media_type, facts } = first
    media[as] = { path, media_type, facts, made: { request, seed } }
  }
  if (first.type === 'image') return [await readFile(path)]
  const shown = outputs.findLast(({ type }) => type === 'video') ?? first
  return Promise.all(
    stills.map(async (frame) => {
      const { rgb, width, height } = await readFrame(join(own, shown.name), frame)
      return sharp(rgb, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer()
    }),
  )
}

const tiles: Tile[] = []
let top = gap
const leftOf = (column: number) => gap + column * (cell.width + gap)

async function attempt(job: SheetJob): Promise<Buffer[]> {
  try {
    return await picturesOf(job)
  } catch (error) {
    console.log(`${job.caption}: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
}

async function pictures(jobs: readonly SheetJob[]) {
  for (const [n, job] of jobs.entries()) {
    const [picture] = await attempt(job)
    const place = { left: leftOf(n % columns), top, caption: job.caption, wide: cell.width }
    if (picture) tiles.push({ picture, ...place })
    if (n % columns === columns - 1 || n === jobs.length - 1) top += cell.height + line + gap
  }
}

await pictures(pictureJobs)
for (const job of clipJobs) {
  const shown = await attempt(job)
  for (const [n, picture] of shown.entries()) {
    const caption = n === 0 ? { caption: job.caption } : {}
    tiles.push({ picture, left: leftOf(n), top, wide: cell.width * columns, ...caption })
  }
  if (shown.length > 0) top += (cell.width * 9) / 16 + line + gap
}
await pictures(editJobs)
await client.close()

const overlays = await Promise.all(
  tiles.map(async ({ picture, caption, wide, left, top: y }): Promise<OverlayOptions[]> => {
    const { data, info } = await sharp(picture)
      .resize({ ...cell, fit: 'inside' })
      .png()
      .toBuffer({ resolveWithObject: true })
    const shown = { input: data, left, top: y }
    if (!caption) return [shown]
    return [shown, { input: captioned(caption, wide), left, top: y + info.height + 4 }]
  }),
)
const target = resolve(process.env['SHEET'] ?? join(tmpdir(), 'engine-sheet.png'))
const width = leftOf(columns)
const sheet = await sharp({
  create: { width, height: Math.ceil(top), channels: 3, background: ground },
})
  .composite(overlays.flat())
  .png()
  .toBuffer()
await sharp(sheet).toFile(target)
console.log(`${target}: ${width} × ${Math.ceil(top)}`)
const reduced = process.env['SHEET_REDUCED']
if (reduced) {
  await sharp(sheet).resize({ width: 1200 }).webp({ quality: 62 }).toFile(reduced)
  console.log(`${reduced}: for the README`)
}
await rm(folder, { recursive: true })
