import { expect, test } from './studio.fixture.ts'

test('The whole path by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeFocused()
  await page.keyboard.type('A deer in a misty forest at dawn')
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('radiogroup', { name: 'Ratio' }).getByRole('radio').first(),
  ).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '3:1' })).toBeChecked()
  await page.keyboard.press('Control+Enter')

  const tile = page.getByRole('link', { name: 'Image: A deer in a misty forest' })
  await expect(tile).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(tile).toBeFocused()
  await page.keyboard.press('Enter')
  const detail = page.getByRole('region', { name: 'Detail' })
  await expect(detail).toBeVisible()

  const again = detail.getByRole('button', { name: 'Use these settings' })
  for (let stop = 0; stop < 30; stop += 1) {
    if (await again.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(again).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue(
    'A deer in a misty forest at dawn',
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Image: A deer in a misty forest' })).toHaveCount(2)
  await expect(page.getByRole('radio', { name: '3:1' })).toBeChecked()
})
