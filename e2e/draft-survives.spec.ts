import type { Page } from '@playwright/test'
import { naturalPng } from '#engine/natural-picture.fixture.ts'
import { composePage } from './compose-page.ts'
import { make } from './http-client.ts'
import { expect, test } from './studio.fixture.ts'

const draftOf = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('dailies.compose.current') ?? 'null'))

test.use({ expectedErrors: [/Failed to load resource|net::ERR/] })

test('No word, slot or anchor is lost by a reload, a crashed tab or a killed server', async ({
  page,
  context,
  request,
  dailies,
}) => {
  test.setTimeout(180_000)
  const picture = await make(request, { type: 'image', prompt: 'A lake', aspect_ratio: '16:9' })
  const compose = composePage(page)
  await compose.open()
  await compose.kind('Video')
  await page.getByRole('textbox', { name: 'Prompt' }).pressSequentially('From the lake to the ')
  await compose.file('Start frame', {
    name: 'park.png',
    mimeType: 'image/png',
    buffer: await naturalPng('park', { width: 640, height: 360 }),
  })
  await expect(page.getByRole('group', { name: 'Start frame' })).toContainText('640 × 360 px')
  await compose.fromGallery('End frame', 'Picture: A lake')
  await compose.choose('Anchors', 'Keyframes')
  await page.getByRole('textbox', { name: 'Prompt' }).pressSequentially('park')
  const written = await draftOf(page)
  expect(written.draft).toMatchObject({
    prompt: 'From the lake to the park',
    video: {
      keyframes: [
        { frame: 0, image: { upload_id: expect.any(String) } },
        { frame: 120, image: { generation_id: picture.id } },
      ],
    },
  })

  const isAsWritten = async (where: Page) => {
    await expect(where.getByRole('textbox', { name: 'Prompt' })).toHaveValue(
      'From the lake to the park',
    )
    const anchors = where.getByRole('list', { name: 'Keyframes' }).getByRole('listitem')
    await expect(anchors).toHaveText(['0', '120'])
    await expect(anchors.locator('img')).toHaveCount(2)
    expect(await draftOf(where)).toEqual(written)
  }

  await page.reload()
  await isAsWritten(page)

  const other = await context.newPage()
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => undefined)
  await crashed
  await other.goto('/?panel=compose')
  await isAsWritten(other)

  await dailies.restart('SIGKILL')
  await other.goto('/?panel=compose')
  await isAsWritten(other)
  await composePage(other).generate()
  await expect(other.getByRole('link', { name: /^Video.*: From the lake/ })).toBeVisible()
})
