import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import type { Generation } from '#contract/generation.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { probe } from '#engine/media/probe.ts'
import { expect, test } from './studio.fixture.ts'

async function make(request: APIRequestContext, wanted: GenerationRequest) {
  const id = crypto.randomUUID()
  const posted = await request.post('/api/generations', {
    headers: { 'Idempotency-Key': id },
    data: wanted,
  })
  expect(posted.status()).toBe(201)
  const look = async () =>
    (await (await request.get(`/api/generations/${id}`)).json()) as Generation
  await expect.poll(async () => (await look()).state, { timeout: 60_000 }).toBe('completed')
  return look()
}

async function probeOutput(request: APIRequestContext, made: Generation, folder: string) {
  const [output] = made.outputs
  if (!output) throw new Error('nothing was made')
  const media = await request.get(`/media/${output.sha256}`)
  expect(media.headers()['content-type']).toBe(output.media_type)
  const path = join(folder, `${made.id}.${output.media_type.split('/')[1]}`)
  writeFileSync(path, await media.body())
  return { output, found: await probe(path) }
}

test('A POST of a picture and of a clip gives files exactly as asked for', async ({
  request,
  dailies,
}) => {
  const picture = await make(request, {
    type: 'image',
    prompt: 'A glass of iced coffee on a marble countertop',
    aspect_ratio: '16:9',
    output_format: 'jpeg',
  })
  const still = await probeOutput(request, picture, dailies.data)
  expect(still.found).toMatchObject({ media_type: 'image/jpeg', width: 2048, height: 1152 })
  expect(still.output).toMatchObject({ width: 2048, height: 1152 })

  const clip = await make(request, {
    type: 'video',
    prompt: 'A lone sailboat at dusk, fog rolling in, slow push in',
    aspect_ratio: '16:9',
    video: { resolution: '720p', duration: '5s' },
  })
  const film = await probeOutput(request, clip, dailies.data)
  expect(film.found).toMatchObject({
    media_type: 'video/mp4',
    codec: 'h264',
    width: 1280,
    height: 720,
    frames: 120,
    fps: 24,
    duration_s: 5,
    faststart: true,
    color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' },
  })
  expect(film.found).toMatchObject({
    key_frames: Array.from({ length: 10 }, (_, index) => index * 12),
  })
  expect(film.output).toMatchObject({ frames: 120, fps: 24, duration_s: 5 })
})
