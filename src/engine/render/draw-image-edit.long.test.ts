import { afterAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { ssim } from '../measure/ssim.ts'
import { naturalPicture, naturalPng } from '../natural-picture.fixture.ts'
import { labOf } from '../reading/oklab.ts'
import type { Pixels } from '../reading/pixels.ts'
import { readScene } from '../reading/read-scene.ts'
import { coverageOf } from '../reading/soft-mask.ts'
import { drawImageEdit } from './draw-image-edit.ts'
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
const size = { width: 301, height: 201 }

async function edit(place: Place, prompt: string, more: object = {}) {
  const source = room.put(await naturalPng(place, size))
  const before: Pixels = { ...size, rgb: await naturalPicture(place, size) }
  const done = await room.draw(drawImageEdit, { type: 'image_edit', prompt, source, ...more })
  return { ...done, before }
}

const lumaOf = ({ rgb }: Pixels) =>
  Uint8Array.from({ length: rgb.length / 3 }, (_, p) =>
    Math.round(0.2126 * rgb[p * 3]! + 0.7152 * rgb[p * 3 + 1]! + 0.0722 * rgb[p * 3 + 2]!),
  )

function meanLab({ rgb }: Pixels): [number, number, number] {
  const lab = labOf(rgb)
  const sum: [number, number, number] = [0, 0, 0]
  for (let i = 0; i < lab.length; i++) sum[i % 3] = sum[i % 3]! + lab[i]! / (lab.length / 3)
  return sum
}

/** Fraction of the rows, from … to, whose bytes are the same as before. */
function sameRows(a: Pixels, b: Pixels, from: number, to: number): boolean {
  const row = a.width * 3
  const cut = (p: Pixels) => Buffer.from(p.rgb.subarray(from * row, to * row))
  return cut(a).equals(cut(b))
}

const valueOf = (facts: { label: string; value: string }[], label: string) =>
  facts.find((fact) => fact.label === label)?.value

describe('an edit of a photograph', () => {
  test('keeps an odd size, in the format that is asked for', async () => {
    const { picture, format, facts } = await edit('city', 'make it night', {
      output_format: 'jpeg',
    })
    expect(picture).toMatchObject(size)
    expect(format).toBe('jpeg')
    expect(facts).toMatchObject(size)
  })

  test('keeps the ground in its place under another sky', async () => {
    const { picture, before, understood } = await edit(
      'sunset',
      'replace the sky with a stormy sky',
    )
    const { sky, planes } = readScene(before)
    const rows = { ...size, row0: 0, rows: size.height, rgb: before.rgb }
    const ground = Uint8Array.from(coverageOf(sky.mask, rows), (v) => (v < 0.05 ? 1 : 0))
    expect(planes.width).toBeGreaterThan(100)
    expect(ssim(lumaOf(before), lumaOf(picture), size, ground)).toBeGreaterThan(0.9)
    expect(meanLab(picture)[0]).toBeLessThan(meanLab(before)[0] - 0.03)
    expect(valueOf(understood.facts, 'Sky found')).toMatch(/estimated/)
  })

  test('sets quoted words and leaves every other byte', async () => {
    const { picture, before, understood } = await edit('city', 'add the text "METRO" at the bottom')
    expect(sameRows(before, picture, 0, 120)).toBe(true)
    expect(sameRows(before, picture, 150, 190)).toBe(false)
    expect(valueOf(understood.facts, 'Text')).toContain('METRO')
  })

  test('stands a thing that is asked for somewhere, and only there', async () => {
    const { picture, before, understood } = await edit('park', 'add a red balloon')
    const changed = picture.rgb.filter((v, i) => v !== before.rgb[i]).length / picture.rgb.length
    expect(changed).toBeGreaterThan(0.005)
    expect(changed).toBeLessThan(0.15)
    expect(valueOf(understood.facts, 'Added')).toBe('a red balloon')
  })

  test('adds up what one sentence asks for and lists what it does not know', async () => {
    const { picture, before, understood } = await edit(
      'park',
      'make it autumn, warmer and with fog, plus xylophonic flurbs. Remove the woman',
    )
    expect(understood.not_understood.join(' ')).toMatch(/xylophonic flurbs.*remove the woman/)
    expect(valueOf(understood.facts, 'Season')).toBe('Autumn')
    expect(valueOf(understood.facts, 'Weather')).toBe('Fog')
    expect(meanLab(picture)[1]).toBeGreaterThan(meanLab(before)[1] + 0.02)
  })

  test('takes its colours from a reference when the words say so', async () => {
    const dawn = room.put(await naturalPng('dawn', size))
    const plain = await edit('city', 'make it brighter')
    const led = await edit('city', 'make it brighter, use the palette of the reference', {
      image_ref: [dawn],
    })
    const goal = meanLab({ ...size, rgb: await naturalPicture('dawn', size) })
    const away = (p: Pixels) => Math.hypot(...meanLab(p).map((v, k) => v - goal[k]!))
    expect(away(led.picture)).toBeLessThan(away(plain.picture) * 0.5)
    expect(valueOf(led.understood.facts, 'Reference 1')).toMatch(/^palette — /)
  })

  test('puts another scene behind the person in it, who stays', async () => {
    const people = 'node_modules/@vladmandic/human/assets/samples.jpg'
    const cut = await sharp(people)
      .extract({ left: 166, top: 0, width: 151, height: 158 })
      .png()
      .toBuffer()
    const bytes = await sharp(cut)
      .resize({ width: 453, height: 474, kernel: 'lanczos3' })
      .png()
      .toBuffer()
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const before: Pixels = { width: 453, height: 474, rgb: new Uint8Array(data) }
    const { picture } = await room.draw(drawImageEdit, {
      type: 'image_edit',
      prompt: 'replace the background with a snowy forest',
      source: room.put(bytes),
    })
    const { subject } = readScene(before)
    const rows = { width: 453, height: 474, row0: 0, rows: 474, rgb: before.rgb }
    const cover = coverageOf(subject.mask, rows)
    const inside = Uint8Array.from(cover, (v) => (v > 0.95 ? 1 : 0))
    const outside = Uint8Array.from(cover, (v) => (v < 0.02 ? 1 : 0))
    expect(inside.filter(Boolean).length / inside.length).toBeGreaterThan(0.2)
    expect(ssim(lumaOf(before), lumaOf(picture), before, inside)).toBeGreaterThan(0.9)
    expect(ssim(lumaOf(before), lumaOf(picture), before, outside)).toBeLessThan(0.5)
  })

  test('ends soon when it is stopped', async () => {
    const stop = new AbortController()
    stop.abort(new Error('not wanted'))
    const source = room.put(await naturalPng('city', size))
    const asked = { type: 'image_edit', prompt: 'make it night', source } as const
    await expect(room.draw(drawImageEdit, asked, stop.signal)).rejects.toThrow('not wanted')
  })
})

describe('an edit of a picture that this engine painted', () => {
  const request = {
    type: 'image',
    prompt: 'a teapot on a table, studio light',
    aspect_ratio: '3:1',
  } as const
  const painted = room.draw(drawImage, request)
  const small = async () => {
    const { path } = await painted
    return room.put(await sharp(path).png().toBuffer(), { request, seed: 5 })
  }

  test('is the same scene, painted again in another light', async () => {
    const prompt = 'make it night'
    const { picture, understood } = await room.draw(drawImageEdit, {
      type: 'image_edit',
      prompt,
      source: await small(),
    })
    const { picture: before } = await painted
    expect(picture).toMatchObject({ width: before.width, height: before.height })
    expect(meanLab(picture)[0]).toBeLessThan(meanLab(before)[0])
    expect(valueOf(understood.facts, 'Source')).toMatch(/painted again/)
  })

  test('keeps its subject before another background', async () => {
    const prompt = 'replace the background with a beach at sunset'
    const { picture } = await room.draw(drawImageEdit, {
      type: 'image_edit',
      prompt,
      source: await small(),
    })
    const { picture: before } = await painted
    expect(picture).toMatchObject({ width: before.width, height: before.height })
  })
})
