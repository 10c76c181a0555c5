import type { Page } from '@playwright/test'
import { makeAll } from './http-client.ts'
import { expect, test } from './ledger.fixture.ts'
import { wallPage } from './wall-page.ts'

test.use({ isTrueRenderer: true })

test.beforeEach(async ({ request }) => {
  const video = { resolution: '360p' } as const
  await makeAll(
    request,
    { type: 'video', prompt: 'Waves', aspect_ratio: '16:9', video },
    { type: 'video', prompt: 'Dunes', aspect_ratio: '16:9', video },
  )
})

/** Of the one clip that has a decoder. */
const clipOf = (page: Page) =>
  page
    .locator('video')
    .evaluate(({ paused, currentTime, src }: HTMLVideoElement) => ({ paused, currentTime, src }))

test('The clip under the pointer plays, it alone, and shows the moment that the pointer is at', async ({
  page,
}) => {
  const wall = wallPage(page)
  await wall.open()
  await expect(wall.tiles).toHaveCount(2)
  await expect(page.locator('video')).toHaveCount(0)
  await wall.tile(/Waves/).hover()
  await expect.poll(async () => (await clipOf(page)).currentTime).toBeGreaterThan(0.2)
  const { src } = await clipOf(page)
  await wall.tile(/Dunes/).hover()
  await expect(page.locator('video')).not.toHaveAttribute('src', new URL(src).pathname)
  await expect(page.locator('video')).toHaveCount(1)
  await expect.poll(async () => (await clipOf(page)).paused).toBe(false)

  const box = (await wall.tile(/Dunes/).boundingBox())!
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 8 })
  await expect.poll(async () => (await clipOf(page)).currentTime).toBeGreaterThan(3.9)
  await page.mouse.move(5, 5)
  await expect(page.locator('video')).toHaveCount(0)
})

test('Who wants less motion sees no clip move, and still every moment of it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const wall = wallPage(page)
  await wall.open()
  await wall.tile(/Waves/).hover()
  await expect(page.locator('video')).toHaveCount(1)
  await page.waitForTimeout(1000)
  expect(await clipOf(page)).toMatchObject({ paused: true, currentTime: 0 })
  const box = (await wall.tile(/Waves/).boundingBox())!
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2, { steps: 8 })
  await expect.poll(async () => (await clipOf(page)).currentTime).toBeCloseTo(1.27, 1)
  await page.waitForTimeout(1000)
  expect((await clipOf(page)).paused).toBe(true)
})
