import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { videoSize } from '#contract/video.ts'
import { createEngine } from './create-engine.ts'
import { probe } from './media/probe.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { createRenderClient } from './render-client.ts'
import type { Renderer } from './render/renderer.ts'
import { talkTo } from './talk-to.fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'dailies-sizes-'))
const engines = new Map<string, ReturnType<typeof open>>()
afterAll(async () => {
  await Promise.all([...engines.values()].map(({ close }) => close()))
  rmSync(scratch, { recursive: true })
})

function open(renderer: Renderer) {
  const engine = createEngine({ renderer, jobsAtOnce: 2 })
  return { ...talkTo(engine), close: engine.close }
}

/** The file that comes of a request, as it really is. */
async function probed(who: 'stand-in' | 'painter', body: object) {
  const make = { 'stand-in': createQuickRenderer, painter: createRenderClient }[who]
  const talk = engines.get(who) ?? open(make())
  engines.set(who, talk)
  const done = await talk.settle((await talk.submit({ prompt: 'a lake at dawn', ...body })).id)
  const path = join(scratch, done.id)
  writeFileSync(path, await talk.download(done))
  return probe(path)
}

const pictures = [
  ['3:1', 2048, 682],
  ['2:1', 2048, 1024],
  ['16:9', 2048, 1152],
  ['3:2', 2048, 1366],
  ['1:1', 2048, 2048],
  ['2:3', 1366, 2048],
  ['9:16', 1152, 2048],
  ['1:2', 1024, 2048],
  ['1:3', 682, 2048],
] as const

const clips = [
  ['9:16', ['360x640', '540x960', '720x1280', '1080x1920']],
  ['3:4', ['360x480', '540x720', '720x960', '1080x1440']],
  ['1:1', ['360x360', '540x540', '720x720', '1080x1080']],
  ['4:3', ['480x360', '720x540', '960x720', '1440x1080']],
  ['16:9', ['640x360', '960x540', '1280x720', '1920x1080']],
  ['21:9', ['840x360', '1260x540', '1680x720', '2520x1080']],
] as const
const resolutions = ['360p', '540p', '720p', '1080p'] as const
const everyClip = clips.flatMap(([ratio, sizes]) =>
  resolutions.map((resolution, at) => [ratio, resolution, sizes[at] ?? ''] as const),
)
/** Every ratio and every resolution; those of 1080p that say most, for they take long. */
const probedClips = everyClip.filter(
  ([ratio, resolution]) => resolution !== '1080p' || ratio === '16:9' || ratio === '21:9',
)

const video = (aspect_ratio: string, settings: object) => ({
  type: 'video',
  aspect_ratio,
  video: settings,
})
const ofSize = (size: string) => {
  const [width, height] = size.split('x').map(Number)
  return { width, height }
}

describe('every file has the size and the length that its request asks for', () => {
  test.each(pictures)('a picture of %s is %i x %i', async (ratio, width, height) => {
    const found = await probed('stand-in', { aspect_ratio: ratio })
    expect(found).toEqual({ kind: 'image', media_type: 'image/png', width, height })
  })

  test('a jpeg is a jpeg', async () => {
    const found = await probed('stand-in', { aspect_ratio: '3:2', output_format: 'jpeg' })
    expect(found).toMatchObject({ media_type: 'image/jpeg', width: 2048, height: 1366 })
  })

  test.each(everyClip)('a clip of %s in %s is to be %s', (ratio, resolution, size) => {
    expect(videoSize(ratio, resolution)).toEqual(ofSize(size))
  })

  test.each(probedClips)('and a file of %s in %s is %s', async (ratio, resolution, size) => {
    const found = await probed('stand-in', video(ratio, { resolution }))
    expect(found).toMatchObject({ ...ofSize(size), frames: 120, fps: 24, media_type: 'video/mp4' })
  })

  test('a clip of 10 s has 240 frames, and 720p in 16:9 is what is made unasked', async () => {
    const found = await probed('stand-in', { type: 'video', video: { duration: '10s' } })
    expect(found).toMatchObject({ ...ofSize('1280x720'), frames: 240, duration_s: 10 })
  })
})

describe('the painter itself keeps to them', () => {
  test.each([
    ['png', { aspect_ratio: '1:3', style: 'manga' }, '682x2048'],
    ['jpeg', { aspect_ratio: '3:1', output_format: 'jpeg' }, '2048x682'],
  ] as const)('in a %s', async (format, body, size) => {
    expect(await probed('painter', body)).toMatchObject({
      ...ofSize(size),
      media_type: `image/${format}`,
    })
  })

  test.each([
    ['5s', '21:9', '840x360', 120],
    ['10s', '1:1', '360x360', 240],
  ] as const)('in a clip of %s and %s', async (duration, ratio, size, frames) => {
    const found = await probed('painter', video(ratio, { resolution: '360p', duration }))
    expect(found).toMatchObject({
      ...ofSize(size),
      frames,
      fps: 24,
      codec: 'h264',
      pix_fmt: 'yuv420p',
      color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' },
      faststart: true,
    })
    const everyTwelfth = Array.from({ length: frames / 12 }, (_, at) => at * 12)
    expect(found.kind === 'video' && found.key_frames).toEqual(everyTwelfth)
  })

  test('and picks a shape when none is asked', async () => {
    const body = { prompt: 'panorama of a desert', output_format: 'jpeg' }
    expect(await probed('painter', body)).toMatchObject(ofSize('2048x1024'))
  })
})
