import { naturalPng } from '#engine/natural-picture.fixture.ts'
import { make, probeOutput } from './http-client.ts'
import { expect, test } from './studio.fixture.ts'

test.setTimeout(180_000)

test('An uploaded photograph is edited, animated, extended, restyled and reframed', async ({
  request,
  dailies,
}) => {
  const size = { width: 642, height: 360 }
  const sent = await request.post('/api/uploads', {
    headers: { 'Content-Type': 'image/png' },
    data: await naturalPng('park', size),
  })
  expect(sent.status()).toBe(201)
  const { id: upload_id } = (await sent.json()) as { id: string }

  const edited = await make(request, {
    type: 'image_edit',
    prompt: 'Make it night, with fog',
    source: { upload_id },
  })
  expect(edited.outputs[0]).toMatchObject({ medium: 'image', ...size })

  const clip = await make(request, {
    type: 'video',
    prompt: 'Slow push in',
    aspect_ratio: '16:9',
    video: { resolution: '360p', start_frame: { generation_id: edited.id } },
  })
  expect(clip.outputs[0]).toMatchObject({ width: 640, height: 360, frames: 120, fps: 24 })
  const generation_id = clip.id

  const longer = await make(request, {
    type: 'video',
    prompt: 'Pan left',
    aspect_ratio: '16:9',
    video: { resolution: '360p', start_frame: { generation_id } },
  })
  expect(longer.outputs[0]).toMatchObject({ width: 640, height: 360, frames: 120 })

  const restyled = await make(request, {
    type: 'video_edit',
    prompt: 'As a watercolour',
    source: { generation_id },
    video: { edit: { strength: 'flex_2', controls: { depth: { enabled: true } } } },
  })
  expect(restyled.outputs[0]).toMatchObject({ width: 640, height: 360, frames: 120, fps: 24 })

  const reframed = await make(request, {
    type: 'video_reframe',
    prompt: 'More of the meadow',
    aspect_ratio: '9:16',
    source: { generation_id },
    video: { resolution: '360p' },
  })
  const [tall] = reframed.outputs
  expect(await probeOutput(request, tall!, dailies.data)).toMatchObject({
    codec: 'h264',
    width: 360,
    height: 640,
    frames: 120,
    fps: 24,
  })
  for (const { understood } of [edited, clip, longer, restyled, reframed]) {
    expect(understood?.facts.length).toBeGreaterThan(0)
  }
})

test('An HDR clip brings its HDR file, a copy that this browser plays, and EXR frames', async ({
  page,
  request,
  dailies,
}) => {
  const made = await make(request, {
    type: 'video',
    prompt: 'Neon signs over a wet street at night',
    aspect_ratio: '1:1',
    video: { resolution: '720p', hdr: true, exr_export: true },
  })
  const [hdr, copy, frames] = made.outputs
  expect(await probeOutput(request, hdr!, dailies.data)).toMatchObject({
    codec: 'hevc',
    bit_depth: 10,
    color: { primaries: 'bt2020', transfer: 'smpte2084', matrix: 'bt2020nc', range: 'tv' },
  })
  expect(await probeOutput(request, copy!, dailies.data)).toMatchObject({ codec: 'h264' })
  expect(frames).toMatchObject({ medium: 'file', media_type: 'application/zip' })

  await page.goto(`/?item=${made.id}`)
  const detail = page.getByRole('region', { name: 'Detail' })
  await expect(detail.getByText('This browser shows the SDR copy')).toBeVisible()
  const video = detail.locator('video')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThanOrEqual(2)
})
