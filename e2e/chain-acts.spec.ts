import type { Page } from '@playwright/test'
import type { Engine } from '#engine/create-engine.ts'
import { make } from './http-client.ts'
import { expect, sentTo, test } from './ledger.fixture.ts'

const prompt = (page: Page) => page.getByRole('textbox', { name: 'Prompt' })

/** Opens an item, presses a key, writes what is wanted and sends it. */
async function goOn(page: Page, id: string, key: string, words: string) {
  await page.goto(`/?item=${id}`)
  await expect(page.getByRole('list', { name: 'Go on from here' })).toBeVisible()
  await page.keyboard.press(key)
  await expect(prompt(page)).toBeFocused()
  await prompt(page).fill(words)
  await page.getByRole('button', { name: /^Generate/ }).click()
}

const lastSent = (engine: Engine, words: string) =>
  expect
    .poll(() => sentTo(engine).find((body) => (body as { prompt: string }).prompt === words))
    .toBeTruthy()
    .then(() => sentTo(engine).find((body) => (body as { prompt: string }).prompt === words))

test('From a picture every key goes on as its act says, and the upstream is told so', async ({
  page,
  request,
  engine,
}) => {
  const parent = await make(request, { type: 'image', prompt: 'Lighthouse', aspect_ratio: '16:9' })
  const generation_id = parent.upstream_id
  const from = async (key: string, words: string) => {
    await goOn(page, parent.id, key, words)
    return lastSent(engine, words)
  }
  expect(await from('e', 'At night')).toMatchObject({
    type: 'image_edit',
    source: { generation_id },
  })
  expect(await from('y', 'The harbour')).toMatchObject({ image_ref: [{ generation_id }] })
  expect(await from('t', 'Waves')).toMatchObject({
    type: 'video',
    video: { start_frame: { generation_id } },
  })
  expect(await from('Shift+T', 'Waves end')).toMatchObject({
    video: { end_frame: { generation_id } },
  })
  await page.evaluate(() => localStorage.clear())
  expect(await from('k', 'On the timeline')).toMatchObject({
    video: { keyframes: [{ generation_id }], keyframe_indexes: [0] },
  })

  await page.goto(`/?item=${parent.id}`)
  await page.getByText('Not from a picture').click()
  await expect(page.getByRole('button', { name: 'Reframe' })).toHaveAccessibleDescription(
    'Only a clip can be reframed.',
  )
})

test('From a clip every key goes on as its act says, and the frame on show is the one taken', async ({
  page,
  request,
  engine,
}) => {
  const parent = await make(request, {
    type: 'video',
    prompt: 'Waves',
    aspect_ratio: '16:9',
    video: { resolution: '360p' },
  })
  const generation_id = parent.upstream_id
  const from = async (key: string, words: string) => {
    await goOn(page, parent.id, key, words)
    return lastSent(engine, words)
  }
  expect(await from('v', 'And on')).toMatchObject({ video: { start_frame: { generation_id } } })
  expect(await from('Shift+V', 'And before')).toMatchObject({
    video: { end_frame: { generation_id } },
  })
  expect(await from('e', 'In ink')).toMatchObject({
    type: 'video_edit',
    source: { generation_id },
  })
  expect(await from('m', 'Taller')).toMatchObject({
    type: 'video_reframe',
    source: { generation_id },
  })

  await page.goto(`/?item=${parent.id}`)
  const detail = page.getByRole('region', { name: 'Detail' })
  await detail.getByRole('slider', { name: 'Frame' }).fill('42')
  await expect(detail.getByRole('status', { name: 'Frame number' })).toHaveText('42 / 120')
  const [taken] = await Promise.all([
    page.waitForRequest('**/api/uploads/from-frame'),
    page.keyboard.press('y'),
  ])
  expect(taken.postDataJSON()).toEqual({ sha256: parent.outputs[0]?.sha256, frame: 42 })
  await expect(prompt(page)).toBeFocused()
  await prompt(page).fill('From a frame')
  await page.getByRole('button', { name: /^Generate/ }).click()
  expect(await lastSent(engine, 'From a frame')).toMatchObject({
    image_ref: [{ media_type: expect.stringMatching(/^image\//) }],
  })
})

test('Run again sends the same at once under a new id, and used settings are told whose they are', async ({
  page,
  request,
  engine,
}) => {
  const parent = await make(request, { type: 'image', prompt: 'Red fox', aspect_ratio: '1:1' })
  const said: (string | undefined)[] = []
  page.on('request', (asked) => {
    if (asked.method() === 'POST' && asked.url().endsWith('/api/generations')) {
      said.push(asked.headers()['dailies-origin'])
    }
  })
  await page.goto(`/?item=${parent.id}`)
  await page.getByRole('button', { name: /^Run again, \$0\.04/ }).click()
  await expect.poll(() => sentTo(engine)).toHaveLength(2)
  const [first, second] = sentTo(engine)
  expect(second).toEqual(first)

  await page.getByRole('button', { name: 'Use these settings' }).click()
  await expect(page.getByText('From: Red fox')).toBeVisible()
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect.poll(() => said).toEqual([`${parent.id};again`, `${parent.id};settings`])
})

test('A key for an item that is still opening is not lost', async ({ page, request }) => {
  await make(request, { type: 'image', prompt: 'Red fox', aspect_ratio: '1:1' })
  await page.route(/open-item/, async (route) => {
    await new Promise((go) => setTimeout(go, 1500))
    await route.continue()
  })
  await page.goto('/?panel=wall')
  await page.getByRole('link', { name: /Red fox/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('e')
  await expect(page.getByRole('radio', { name: 'Edit image' })).toBeChecked()
  await expect(prompt(page)).toBeFocused()
})
