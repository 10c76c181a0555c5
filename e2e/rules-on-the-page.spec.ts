import { rules } from '#contract/rules.ts'
import { composePage } from './compose-page.ts'
import { makeAll } from './http-client.ts'
import { expect, sentTo, test } from './ledger.fixture.ts'
import { openDraft } from './panel-drafts.ts'

type Of = { picture: string; clip: string; long: string; gone: string }
type Broken = { code: string; draft: (of: Of) => object; reason: RegExp }

const named = (generation_id: string) => ({ generation_id })
const picture = (draft: object = {}) => ({ type: 'image', prompt: 'a lake', ...draft })
const clip = (video: object, draft: object = {}) => ({
  type: 'video',
  prompt: 'a lake',
  ...draft,
  video,
})
const edit = (of: Of, video: object) => ({
  type: 'video_edit',
  prompt: 'a lake',
  source: named(of.clip),
  video,
})
const reframe = (of: Of, draft: object) => ({
  type: 'video_reframe',
  prompt: 'a lake',
  source: named(of.clip),
  aspect_ratio: '9:16',
  ...draft,
})
const at = (frame: number, of: Of) => ({ frame, image: named(of.picture) })
const ten = (of: Of) => Array.from({ length: 10 }, () => named(of.picture))

/** One draft for every rule; only the last two are warnings, which may go. */
const broken: Broken[] = [
  { code: 'prompt_too_long', draft: () => picture({ prompt: 'a'.repeat(6001) }), reason: /6,000/ },
  { code: 'model_for_type', draft: () => picture({ model: 'ray-3.2' }), reason: /does not make/ },
  { code: 'field_for_type', draft: () => clip({}, { style: 'auto' }), reason: /belongs to image/ },
  {
    code: 'aspect_ratio_for_type',
    draft: () => clip({}, { aspect_ratio: '3:1' }),
    reason: /21:9/,
  },
  {
    code: 'aspect_ratio_required',
    draft: (of) => reframe(of, { aspect_ratio: undefined }),
    reason: /Choose the shape/,
  },
  { code: 'user_id_too_long', draft: () => picture({ user_id: 'u'.repeat(257) }), reason: /256/ },
  {
    code: 'manga_ratio',
    draft: () => picture({ style: 'manga', aspect_ratio: '1:1' }),
    reason: /Manga pages are tall/,
  },
  { code: 'image_ref_limit', draft: (of) => picture({ image_ref: ten(of) }), reason: /up to 9/ },
  {
    code: 'image_edit_ref_limit',
    draft: (of) => ({
      type: 'image_edit',
      prompt: 'a',
      source: named(of.picture),
      image_ref: ten(of),
    }),
    reason: /up to 8/,
  },
  {
    code: 'anchor_with_10s',
    draft: (of) => clip({ duration: '10s', start_frame: named(of.picture) }),
    reason: /10 s cannot be anchored/,
  },
  {
    code: 'anchor_with_keyframes',
    draft: (of) => clip({ start_frame: named(of.picture), keyframes: [at(3, of)] }),
    reason: /not both/,
  },
  {
    code: 'keyframes_on_grid',
    draft: (of) => clip({ keyframes: [at(300, of)] }),
    reason: /from 0 to 120/,
  },
  {
    code: 'loop_with_10s',
    draft: () => clip({ loop: true, duration: '10s' }),
    reason: /A loop is 5 s/,
  },
  {
    code: 'loop_with_hdr',
    draft: () => clip({ loop: true, hdr: true }),
    reason: /A loop cannot be HDR/,
  },
  {
    code: 'loop_with_end_frame',
    draft: (of) => clip({ loop: true, end_frame: named(of.picture) }),
    reason: /returns to its start/,
  },
  {
    code: 'loop_with_keyframes',
    draft: (of) => clip({ loop: true, keyframes: [at(3, of)] }),
    reason: /A loop cannot have keyframes/,
  },
  {
    code: 'hdr_resolution',
    draft: () => clip({ hdr: true, resolution: '360p' }),
    reason: /HDR needs 720p/,
  },
  {
    code: 'hdr_duration',
    draft: () => clip({ hdr: true, duration: '10s' }),
    reason: /HDR clips are 5 s/,
  },
  { code: 'exr_needs_hdr', draft: () => clip({ exr_export: true }), reason: /only with HDR/ },
  {
    code: 'extension_alone',
    draft: (of) => clip({ start_frame: named(of.clip), end_frame: named(of.picture) }),
    reason: /no room for another anchor/,
  },
  {
    code: 'extension_sdr',
    draft: (of) => clip({ start_frame: named(of.clip), hdr: true }),
    reason: /Extensions are SDR/,
  },
  {
    code: 'auto_or_manual',
    draft: (of) => edit(of, { edit: { auto_controls: true, strength: 'flex_1' } }),
    reason: /the model decides/,
  },
  {
    code: 'control_amount',
    draft: (of) => edit(of, { edit: { controls: { depth: { enabled: true, blur: 2 } } } }),
    reason: /from 0 to 1/,
  },
  {
    code: 'edit_keyframes_on_grid',
    draft: (of) => edit(of, { edit: { keyframes: [at(120, of)] } }),
    reason: /from 0 to 119/,
  },
  {
    code: 'edit_start_with_keyframes',
    draft: (of) => edit(of, { start_frame: named(of.picture), edit: { keyframes: [at(3, of)] } }),
    reason: /one guide frame, or keyframes/,
  },
  {
    code: 'edit_source_length',
    draft: (of) => ({ ...edit(of, {}), source: { upload_id: of.long } }),
    reason: /18 s or shorter/,
  },
  {
    code: 'source_position_range',
    draft: (of) =>
      reframe(of, {
        video: { source_position: { x_norm: 3, y_norm: 0, w_norm: 1, h_norm: 1 } },
      }),
    reason: /-2 to 2/,
  },
  {
    code: 'reframe_source_length',
    draft: (of) => reframe(of, { source: { upload_id: of.long } }),
    reason: /30 s or shorter/,
  },
  {
    code: 'media_unknown',
    draft: (of) => picture({ image_ref: [{ upload_id: of.gone }] }),
    reason: /not there \(any more\)/,
  },
  {
    code: 'media_medium',
    draft: (of) => picture({ image_ref: [named(of.clip)] }),
    reason: /not a clip/,
  },
  {
    code: 'media_type_for_place',
    draft: () => picture({ image_ref: [{ url: 'https://a.example/b', media_type: 'video/mp4' }] }),
    reason: /begins image/,
  },
  {
    code: 'video_url_media_type',
    draft: (of) => reframe(of, { source: { url: 'https://a.example/b.mp4' } }),
    reason: /what kind of clip/,
  },
]

/** Told before a file is sent (see the slots' own tests), so that no draft can hold one. */
const toldAtTheDoor = ['media_too_large', 'image_side']
/** Told when Generate is pressed: an empty field is no fault before. */
const afterTheFirstTry = ['prompt_missing', 'source_required']

test.describe('Every rule of the contract', () => {
  test.use({ expectedErrors: [/404/] })
  test('says its reason on the page, and nothing is sent', async ({ page, request, engine }) => {
    test.setTimeout(180_000)
    const [lake, river] = await makeAll(
      request,
      { type: 'image', prompt: 'A lake' },
      { type: 'video', prompt: 'A river', video: { resolution: '360p' } },
    )
    const long = crypto.randomUUID()
    const of = {
      picture: lake!.id,
      clip: river!.id,
      long,
      gone: crypto.randomUUID(),
    }
    await page.route(`**/api/uploads/${long}`, (route) =>
      route.fulfill({
        json: {
          id: long,
          sha256: 'a'.repeat(64),
          medium: 'video',
          media_type: 'video/mp4',
          bytes: 1000,
          width: 640,
          height: 360,
          frames: 960,
          fps: 24,
          duration_s: 40,
        },
      }),
    )
    const sent = sentTo(engine).length
    const compose = composePage(page)
    await compose.open()
    for (const { code, draft, reason } of broken) {
      await test.step(code, async () => {
        await openDraft(page, draft(of), 'open')
        await expect(page.getByText(reason).first(), code).toBeVisible()
        await compose.generate()
      })
    }
    await openDraft(page, { type: 'video_reframe', prompt: '', aspect_ratio: '9:16' }, 'open')
    await compose.generate()
    await expect(page.getByText('Write what you want to see.')).toBeVisible()
    await expect(page.getByText('Choose what to work on.')).toBeVisible()
    expect(sentTo(engine).length).toBe(sent)

    const told = [...broken.map(({ code }) => code), ...toldAtTheDoor, ...afterTheFirstTry]
    const hard = rules.filter(({ firmness }) => firmness === 'hard').map(({ code }) => code)
    expect(hard.filter((code) => !told.includes(code))).toEqual([])
  })
})
