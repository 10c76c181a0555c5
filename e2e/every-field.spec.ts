import sharp from 'sharp'
import type { Engine } from '#engine/create-engine.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { composePage, type ComposePage, type FileToPick } from './compose-page.ts'
import { makeAll } from './http-client.ts'
import { expect, sentTo, test } from './ledger.fixture.ts'

type Upstream = { picture: string; clip: string }
type Row = {
  what: string
  kind: string
  byHand: (compose: ComposePage) => Promise<void>
  /** Exactly what is sent; ids are the upstream's, a file stands for its bytes. */
  sent: (of: Upstream, bytes: number) => object
}

const png = async (): Promise<FileToPick> => ({
  name: 'my picture.png',
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 64, height: 36, channels: 3, background: '#a40' } })
    .png()
    .toBuffer(),
})
const data = (bytes: number) => ({ data: bytes, media_type: 'image/png' })

const rows: Row[] = [
  {
    what: 'a picture',
    kind: 'Image',
    byHand: async (compose) => {
      await compose.file('References', await png())
      await compose.fromGallery('References', 'Picture: A lake')
      await compose.choose('Ratio', '2:3')
      await compose.choose('Style', 'Manga')
      await compose.choose('Format', 'JPEG')
      await compose.choose('Model', 'uni-1-max')
      await compose.turn('Web search')
    },
    sent: ({ picture }, bytes) => ({
      type: 'image',
      model: 'uni-1-max',
      image_ref: [data(bytes), { generation_id: picture }],
      aspect_ratio: '2:3',
      style: 'manga',
      output_format: 'jpeg',
      web_search: true,
    }),
  },
  {
    what: 'an edit of a picture',
    kind: 'Edit image',
    byHand: async (compose) => {
      await compose.fromGallery('Source', 'Picture: A lake')
      await compose.file('References', await png())
      await compose.choose('Style', 'Manga')
      await compose.choose('Format', 'JPEG')
      await compose.choose('Model', 'uni-1-max')
      await compose.turn('Web search')
    },
    sent: ({ picture }, bytes) => ({
      type: 'image_edit',
      model: 'uni-1-max',
      source: { generation_id: picture },
      image_ref: [data(bytes)],
      style: 'manga',
      output_format: 'jpeg',
      web_search: true,
    }),
  },
  {
    what: 'a clip between two pictures',
    kind: 'Video',
    byHand: async (compose) => {
      await compose.file('Start frame', await png())
      await compose.fromGallery('End frame', 'Picture: A lake')
      await compose.choose('Ratio', '4:3')
      await compose.choose('Resolution', '1080p')
      await compose.turn('HDR')
      await compose.turn('EXR frames')
    },
    sent: ({ picture }, bytes) => ({
      type: 'video',
      model: 'ray-3.2',
      aspect_ratio: '4:3',
      video: {
        resolution: '1080p',
        duration: '5s',
        start_frame: data(bytes),
        end_frame: { generation_id: picture },
        hdr: true,
        exr_export: true,
      },
    }),
  },
  {
    what: 'a loop that extends a clip',
    kind: 'Video',
    byHand: async (compose) => {
      await compose.fromGallery('Start frame', 'Clip: A river')
      await compose.choose('Resolution', '540p')
      await compose.turn('Loop')
    },
    sent: ({ clip }) => ({
      type: 'video',
      model: 'ray-3.2',
      aspect_ratio: '16:9',
      video: {
        resolution: '540p',
        duration: '5s',
        start_frame: { generation_id: clip },
        loop: true,
      },
    }),
  },
  {
    what: 'a clip through keyframes',
    kind: 'Video',
    byHand: async (compose) => {
      await compose.fromGallery('Start frame', 'Picture: A lake')
      await compose.press('Duration', '10 s')
      await compose.button('Turn into keyframes').first().click()
      await expect(compose.button('Open the timeline')).toBeVisible()
    },
    sent: ({ picture }) => ({
      type: 'video',
      model: 'ray-3.2',
      aspect_ratio: '16:9',
      video: {
        resolution: '720p',
        duration: '10s',
        keyframes: [{ generation_id: picture }],
        keyframe_indexes: [0],
      },
    }),
  },
  {
    what: 'an edit of a clip by hand',
    kind: 'Edit video',
    byHand: async (compose) => {
      await compose.fromGallery('Source', 'Clip: A river')
      await compose.file('Guide frame', await png())
      await compose.choose('Steering', 'By hand')
      await compose.choose('Strength chosen by', 'Set')
      for (const signal of ['Depth', 'Normals', 'Pose', 'Trajectory']) {
        await compose.choose(signal, 'On')
      }
      await compose.choose('Face', 'Off')
      await compose.type('Depth blur, typed', '0.25')
      await compose.type('Normals augmentation, typed', '0.5')
      await compose.type('Trajectory sparsity, typed', '1')
      await compose.choose('Pose strength', 'Coarse')
      await compose.choose('Resolution', '720p')
      await compose.turn('HDR')
      await compose.turn('EXR frames')
    },
    sent: ({ clip }, bytes) => ({
      type: 'video_edit',
      model: 'ray-3.2',
      source: { generation_id: clip },
      video: {
        resolution: '720p',
        start_frame: data(bytes),
        hdr: true,
        exr_export: true,
        edit: {
          auto_controls: false,
          strength: 'flex_1',
          controls: {
            depth: { enabled: true, blur: 0.25 },
            normals: { enabled: true, augmentation: 0.5 },
            pose: { enabled: true, strength: 'coarse' },
            face: { enabled: false },
            trajectory: { enabled: true, sparsity: 1 },
          },
        },
      },
    }),
  },
  {
    what: 'an automatic edit of a clip towards a keyframe',
    kind: 'Edit video',
    byHand: async (compose) => {
      await compose.fromGallery('Source', 'Clip: A river')
      await compose.choose('Steering', 'Automatic')
      await compose.fromGallery('Guide frame', 'Picture: A lake')
      await compose.choose('Guides', 'Keyframes')
    },
    sent: ({ picture, clip }) => ({
      type: 'video_edit',
      model: 'ray-3.2',
      source: { generation_id: clip },
      video: {
        resolution: '720p',
        edit: {
          auto_controls: true,
          keyframes: [{ generation_id: picture }],
          keyframe_indexes: [0],
        },
      },
    }),
  },
  {
    what: 'a reframe',
    kind: 'Reframe',
    byHand: async (compose) => {
      await compose.fromGallery('Source', 'Clip: A river')
      await compose.choose('Ratio', '1:1')
      await compose.choose('Resolution', '360p')
      for (const [field, value] of Object.entries({ x: '-90', y: '90', w: '320' })) {
        await compose.type(`${field}, pixels`, value)
      }
    },
    sent: ({ clip }) => ({
      type: 'video_reframe',
      model: 'ray-3.2',
      source: { generation_id: clip },
      aspect_ratio: '1:1',
      video: {
        resolution: '360p',
        source_position: { x_norm: -0.25, y_norm: 0.25, w_norm: 0.888889, h_norm: 0.5 },
      },
    }),
  },
]

const upstreamId = (engine: Engine, words: string) =>
  engine.ledger().find(({ body }) => (body as GenerationRequest | undefined)?.prompt === words)
    ?.generation_id ?? ''

test('Every field of every kind is set by hand and sent as it was set, and nothing else', async ({
  page,
  request,
  engine,
}) => {
  test.setTimeout(240_000)
  await makeAll(
    request,
    { type: 'image', prompt: 'A lake', aspect_ratio: '16:9' },
    { type: 'video', prompt: 'A river', video: { resolution: '360p' } },
  )
  const of = { picture: upstreamId(engine, 'A lake'), clip: upstreamId(engine, 'A river') }
  const bytes = (await png()).buffer.length
  const compose = composePage(page)

  for (const { what, kind, byHand, sent } of rows) {
    await test.step(what, async () => {
      await page.goto('/?panel=compose')
      await page.evaluate(() => localStorage.clear())
      await compose.open()
      await compose.kind(kind)
      await compose.prompt(what)
      await byHand(compose)
      await compose.user('team-7')
      const before = sentTo(engine).length
      await compose.generate()
      await expect.poll(() => sentTo(engine).length, what).toBe(before + 1)
      expect(sentTo(engine)[before], what).toEqual({
        prompt: what,
        user_id: 'team-7',
        ...sent(of, bytes),
      })
    })
  }
})
