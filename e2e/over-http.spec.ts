import { make, probeOutput } from './http-client.ts'
import { expect, test } from './studio.fixture.ts'

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
  const [still] = picture.outputs
  expect(await probeOutput(request, still!, dailies.data)).toMatchObject({
    media_type: 'image/jpeg',
    width: 2048,
    height: 1152,
  })
  expect(still).toMatchObject({ width: 2048, height: 1152 })

  const clip = await make(request, {
    type: 'video',
    prompt: 'A lone sailboat at dusk, fog rolling in, slow push in',
    aspect_ratio: '16:9',
    video: { resolution: '720p', duration: '5s' },
  })
  const [film] = clip.outputs
  expect(await probeOutput(request, film!, dailies.data)).toMatchObject({
    media_type: 'video/mp4',
    codec: 'h264',
    width: 1280,
    height: 720,
    frames: 120,
    fps: 24,
    duration_s: 5,
    faststart: true,
    color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' },
    key_frames: Array.from({ length: 10 }, (_, index) => index * 12),
  })
  expect(film).toMatchObject({ frames: 120, fps: 24, duration_s: 5 })
})
