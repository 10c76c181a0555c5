import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeImage } from './image-writer.ts'
import { probe } from './probe.ts'

const [width, height] = [301, 200]
const rgba = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index * 37) % 251)
const description = "made by Dailies' local engine"
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-image-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(format: 'png' | 'jpeg') {
  const path = join(folder, `still.${format}`)
  await writeImage({ rgba, width, height, format, path, description })
  return path
}

test.each(['png', 'jpeg'] as const)(
  'a %s has the exact size, sRGB, no alpha and its maker',
  async (format) => {
    const path = await written(format)
    const found = await sharp(path).metadata()
    expect(found).toMatchObject({ format, width, height, space: 'srgb', hasAlpha: false })
    expect(found.icc?.includes('s\0R\0G\0B')).toBe(true)
    expect(found.exif?.includes(description)).toBe(true)
    expect(await probe(path)).toEqual({
      kind: 'image',
      media_type: `image/${format}`,
      width,
      height,
    })
  },
)

test('a png holds the very pixels that were given', async () => {
  const pixels = await sharp(await written('png'))
    .raw()
    .toBuffer()
  expect(pixels.equals(rgba.filter((_, index) => index % 4 < 3))).toBe(true)
})

test('a jpeg keeps full colour resolution', async () => {
  const found = await sharp(await written('jpeg')).metadata()
  expect(found.chromaSubsampling).toBe('4:4:4')
})

test('the same pixels make the same bytes', async () => {
  expect(await readFile(await written('png'))).toEqual(await readFile(await written('png')))
})

test('pixels of another length are refused', async () => {
  const options = { rgba, width: 300, height, format: 'png', path: join(folder, 'x.png') } as const
  await expect(writeImage(options)).rejects.toThrow('rgba must hold 240000 bytes, not 240800')
})
