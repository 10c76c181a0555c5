import { expect, test } from './studio.fixture.ts'

test('A person composes a clip, sees it come, and sees it play', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Video', exact: true }).check({ force: true })
  await page.getByRole('textbox', { name: 'Prompt' }).fill('A sailboat at dawn, slow pan left')
  await expect(
    page.getByRole('button', { name: /^Price: Free here, \$0\.30 on Luma/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Generate' }).click()

  const wall = page.getByRole('list', { name: 'Generations' })
  await expect(wall.getByRole('progressbar', { name: 'Progress' })).toBeVisible()
  await expect(wall.getByText(/\d+ \/ 120 frames/)).toBeVisible()
  const tile = wall.getByRole('link', { name: 'Video: A sailboat at dawn, slow pan left' })
  await expect(tile).toBeVisible({ timeout: 60_000 })
  expect(await page.locator('video').count(), 'a poster, not a player, on the wall').toBe(0)

  await tile.click()
  const video = page.locator('video')
  const played = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.duration)).toBe(5)
  const before = await played()
  await expect.poll(played).not.toBe(before)

  await page.keyboard.press(' ')
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(true)
  const number = page.getByRole('status', { name: 'Frame number' })
  await page.getByRole('slider', { name: 'Frame' }).fill('60')
  await expect(number).toHaveText('60 / 120')
  await page.keyboard.press('.')
  await expect(number).toHaveText('61 / 120')
  await expect.poll(played).toBeCloseTo(61.5 / 24, 3)
})
