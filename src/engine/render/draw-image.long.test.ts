import { afterAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { naturalPicture, naturalPng } from '../natural-picture.fixture.ts'
import { clusters } from '../reading/clusters.ts'
import { labOf } from '../reading/oklab.ts'
import { paletteDistance } from '../reading/palette-distance.ts'
import type { Pixels } from '../reading/pixels.ts'
import { drawImage } from './draw-image.ts'
import { drawingRoom } from './drawing.fixture.ts'
import { closeTools, openTools } from './tools.ts'

const tools = openTools()
const room = drawingRoom(tools)
afterAll(async () => {
  await closeTools(tools)
  room.close()
})

type Place = Parameters<typeof naturalPicture>[0]
const size = { width: 300, height: 200 }
const put = async (place: Place) => room.put(await naturalPng(place, size))

async function draw(prompt: string, places: Place[]) {
  const image_ref = await Promise.all(places.map(put))
  return room.draw(drawImage, {
    type: 'image',
    prompt,
    aspect_ratio: '3:1',
    ...(image_ref.length > 0 && { image_ref }),
  })
}

const sky = [120, 170, 230]
const ground = [110, 80, 50]
const level = ({ rgb }: Pixels) => rgb.reduce((a, b) => a + b, 0) / rgb.length
const paletteOf = ({ rgb }: Pixels) => clusters(labOf(rgb), 6)
const paletteAt = async (place: Place) =>
  paletteOf({ ...size, rgb: await naturalPicture(place, size) })
const valueOf = (facts: { label: string; value: string }[], label: string) =>
  facts.find((fact) => fact.label === label)?.value

describe('a picture with references', () => {
  test('takes the palette of the one that is named for it', async () => {
    const prompt = 'a mountain lake in the afternoon, use the first for the palette'
    const plain = paletteOf((await draw('a mountain lake in the afternoon', [])).picture)
    const rosy = await draw(prompt, ['dawn'])
    const green = await draw(prompt, ['park'])
    const [dawn, park] = [await paletteAt('dawn'), await paletteAt('park')]
    const [rose, leaf] = [paletteOf(rosy.picture), paletteOf(green.picture)]
    expect(paletteDistance(rose, dawn)).toBeLessThan(paletteDistance(plain, dawn) * 0.8)
    expect(paletteDistance(rose, dawn)).toBeLessThan(paletteDistance(rose, park) * 0.8)
    expect(paletteDistance(leaf, park)).toBeLessThan(paletteDistance(plain, park))
    expect(paletteDistance(leaf, park)).toBeLessThan(paletteDistance(leaf, dawn))
    expect(valueOf(rosy.understood.facts, 'Reference 1')).toMatch(/^palette — .*rose/)
    expect(rosy.understood.not_understood).toEqual([])
  })

  test.each([
    [0.3, 'above', 0.75, 1],
    [0.7, 'below', 0, 0.3],
  ])(
    'has its horizon at %s, %s the middle, as the one for composition',
    async (line, _, least, most) => {
      const layout = Buffer.alloc(300 * 200 * 3)
      for (let p = 0; p < 300 * 200; p++) layout.set(p < 60_000 * line ? sky : ground, p * 3)
      const raw = { width: 300, height: 200, channels: 3 } as const
      const image_ref = [await put('park'), room.put(await sharp(layout, { raw }).png().toBuffer())]
      const prompt = 'a desert at noon, light from the first and composition from the second'
      const asked = { type: 'image', prompt, aspect_ratio: '3:1', image_ref } as const
      const { understood, picture } = await room.draw(drawImage, asked)
      expect(valueOf(understood.facts, 'Reference 1')).toMatch(/^light — [^·]*$/)
      expect(valueOf(understood.facts, 'Reference 2')).toContain(`horizon at ${line * 100} %`)
      expect(sandBetween(picture, 0.4, 0.6)).toBeGreaterThanOrEqual(least)
      expect(sandBetween(picture, 0.4, 0.6)).toBeLessThanOrEqual(most)
    },
  )

  test('stands in the light of the one that is named for it', async () => {
    const dark = await draw('a mountain lake, same light as reference 1', ['night'])
    const bright = await draw('a mountain lake, same light as reference 1', ['park'])
    expect(level(dark.picture)).toBeLessThan(level(bright.picture) * 0.6)
    expect(valueOf(dark.understood.facts, 'Time')).toBe('Night')
  })

  test('looks like the one that is named for style', async () => {
    const grey = await sharp(await naturalPng('city', size))
      .greyscale()
      .linear(1.6, -70)
      .png()
      .toBuffer()
    const { picture, understood } = await room.draw(drawImage, {
      type: 'image',
      prompt: 'a red fox in a meadow in the style of the reference',
      aspect_ratio: '3:1',
      image_ref: [room.put(grey)],
    })
    const lab = labOf(picture.rgb)
    const chroma = lab.reduce((sum, v, i) => sum + (i % 3 ? Math.abs(v) : 0), 0) / (lab.length / 3)
    expect(chroma).toBeLessThan(0.02)
    expect(valueOf(understood.facts, 'Reference 1')).toMatch(/^style — (noir|manga)/)
  })

  test('holds the subject that is named', async () => {
    const people = 'node_modules/@vladmandic/human/assets/samples.jpg'
    const cut = await sharp(people)
      .extract({ left: 166, top: 0, width: 151, height: 158 })
      .png()
      .toBuffer()
    const image_ref = [room.put(cut)]
    const words = 'in a snowy forest at noon'
    const alone = await draw(`a place ${words}`, [])
    const held = await room.draw(drawImage, {
      type: 'image',
      prompt: `the subject of image 1 ${words}`,
      aspect_ratio: '3:1',
      image_ref,
    })
    expect(valueOf(held.understood.facts, 'Reference 1')).toMatch(/^subject — cut out/)
    expect(skin(held.picture)).toBeGreaterThan(skin(alone.picture) + 0.004)
  })

  test('without words about them palette and light come from all, the layout from the first', async () => {
    const { understood } = await draw('a mountain lake', ['sunset', 'park'])
    expect(valueOf(understood.facts, 'Reference 1')).toMatch(/palette — .*light — .*composition — /)
    expect(valueOf(understood.facts, 'Reference 2')).toMatch(/palette — .*light — /)
    expect(valueOf(understood.facts, 'Reference 2')).not.toMatch(/composition/)
  })
})

/** Share of the picture that has the colour of skin. */
function skin({ rgb }: Pixels): number {
  const lab = labOf(rgb)
  let n = 0
  for (let p = 0; p < lab.length; p += 3) {
    if (lab[p]! > 0.4 && lab[p + 1]! > 0.02 && lab[p + 2]! > 0.02) n += 1
  }
  return n / (lab.length / 3)
}

/** Share of sand-coloured pixels in the rows between two fractions of the height. */
function sandBetween({ rgb, width, height }: Pixels, from: number, to: number): number {
  const [first, last] = [from, to].map((v) => Math.round(v * height) * width * 3)
  const lab = labOf(rgb.subarray(first, last))
  return lab.filter((v, i) => i % 3 === 2 && v > 0.02).length / (lab.length / 3)
}
