import type { Locator } from '@playwright/test'
import { makeAll } from './http-client.ts'
import { expect, test } from './studio.fixture.ts'

/** Tab until it has the focus; it must be reachable within a few dozen stops. */
async function tabTo(target: Locator, key = 'Tab') {
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let stop = 0; stop < 60 && !(await isThere()); stop += 1) {
    await target.page().keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('The whole path by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeFocused()
  await page.keyboard.type('A deer in a misty forest at dawn')
  await tabTo(page.getByRole('radiogroup', { name: 'Ratio' }).getByRole('radio').first())
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
  await tabTo(again)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue(
    'A deer in a misty forest at dawn',
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Image: A deer in a misty forest' })).toHaveCount(2)
  await expect(page.getByRole('radio', { name: '3:1' })).toBeChecked()
})

test('Every kind is composed and sent by keyboard alone', async ({ page, request }) => {
  test.setTimeout(180_000)
  await makeAll(
    request,
    { type: 'image', prompt: 'A lake', aspect_ratio: '16:9' },
    { type: 'video', prompt: 'A river', video: { resolution: '360p' } },
  )
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const radio = (group: string, name: string) =>
    page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name })
  const fromGallery = async (place: string, name: RegExp) => {
    await tabTo(button(`${place}: from the gallery`))
    await press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('listitem').first()).toBeVisible()
    await tabTo(dialog.getByRole('button', { name }), 'ArrowRight')
    await press('Enter')
    await expect(dialog).toBeHidden()
  }
  const begin = async (kind: string, steps: number, words: string) => {
    await page.goto('/?panel=compose&dock=closed')
    await page.evaluate(() => localStorage.clear())
    await page.goto('/?panel=compose&dock=closed')
    await tabTo(radio('Kind', 'Image').first())
    for (let step = 0; step < steps; step += 1) await press('ArrowRight')
    await expect(page.getByRole('radio', { name: kind, exact: true })).toBeChecked()
    await tabTo(page.getByRole('textbox', { name: 'Prompt' }))
    await page.keyboard.type(words)
  }
  const send = async (words: string) => {
    await press('Control+Enter')
    await expect(page.getByRole('link', { name: new RegExp(words) })).toBeVisible()
  }

  await begin('Edit image', 1, 'The lake by night')
  await fromGallery('Source', /A lake/)
  await tabTo(page.getByRole('switch', { name: 'Web search' }))
  await press('Space')
  await send('The lake by night')

  await begin('Video', 2, 'From the lake on')
  await fromGallery('Start frame', /A lake/)
  await tabTo(radio('Duration', '5 s'))
  await press('ArrowRight')
  await expect(page.getByText('10 s cannot be anchored', { exact: false }).first()).toBeVisible()
  await tabTo(page.getByRole('button', { name: 'Turn into keyframes' }).first())
  await press('Enter')
  await expect(radio('Duration', '10 s')).toBeChecked()
  await send('From the lake on')

  await begin('Edit video', 3, 'The river in ink')
  await fromGallery('Source', /A river/)
  await tabTo(radio('Steering', 'Default'))
  await press('ArrowRight', 'ArrowRight')
  await tabTo(radio('Depth', 'Model’s choice'))
  await press('ArrowRight')
  await expect(radio('Depth', 'On')).toBeChecked()
  await send('The river in ink')

  await begin('Reframe', 4, 'More of the river')
  await fromGallery('Source', /A river/)
  await tabTo(button('Open the canvas'))
  await press('Enter')
  const rectangle = page.getByRole('application', { name: /^Source: x/ })
  await tabTo(rectangle)
  await press('ArrowDown', 'Shift+ArrowDown')
  await expect(page.getByText(/px at 0, /)).toBeVisible()
  await send('More of the river')
})
