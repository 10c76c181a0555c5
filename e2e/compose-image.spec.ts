import { expect, test } from './studio.fixture.ts'

test('A person composes a picture and sees it', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Prompt' }).fill('A lighthouse on a cliff at dusk, fog')
  await page.getByRole('radio', { name: '3:2' }).check({ force: true })
  await page.getByRole('radio', { name: 'JPEG' }).check({ force: true })
  await expect(
    page.getByRole('button', { name: /^Price: Free here, \$0\.0404 on Luma/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Generate' }).click()

  const wall = page.getByRole('list', { name: 'Generations' })
  await expect(wall.getByRole('link', { name: /^Image, .*: A lighthouse/ })).toBeVisible()
  const tile = wall.getByRole('link', { name: 'Image: A lighthouse on a cliff at dusk, fog' })
  await expect(tile).toBeVisible()
  await expect(page.getByText('Image ready: A lighthouse')).toBeAttached()

  await tile.click()
  const detail = page.getByRole('region', { name: 'Detail' })
  const picture = detail.getByRole('img', { name: /lighthouse/ }).first()
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
    .toEqual([2048, 1366])
  await expect(detail.getByText(/^Lighthouse$/)).toBeVisible()
  await expect(detail.getByText('"output_format": "jpeg"')).toBeVisible()
})
