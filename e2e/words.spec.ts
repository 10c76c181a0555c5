import { composePage } from './compose-page.ts'
import { make } from './http-client.ts'
import { expect, test } from './studio.fixture.ts'

test('Words of before come back: by Alt and an arrow, and by search', async ({ page, request }) => {
  for (const words of ['A red fox', 'A blue whale', 'An old library']) {
    await make(request, { type: 'image', prompt: words, aspect_ratio: '1:1' })
  }
  const compose = composePage(page)
  await compose.open()
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.fill('Not sent yet')
  await expect(async () => {
    await prompt.press('Alt+ArrowUp')
    await expect(prompt).toHaveValue('An old library', { timeout: 500 })
  }).toPass()
  await prompt.press('Alt+ArrowUp')
  await expect(prompt).toHaveValue('A blue whale')
  await prompt.press('Alt+ArrowDown')
  await prompt.press('Alt+ArrowDown')
  await expect(prompt).toHaveValue('Not sent yet')

  await compose.button('Prompt history').click()
  await expect(page.getByRole('searchbox', { name: 'Search prompts' })).toBeFocused()
  await page.keyboard.type('fox')
  const found = page.getByRole('dialog').getByRole('button', { name: /A red fox/ })
  await expect(found).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(prompt).toHaveValue('A red fox')
})

test('A preset outlives the server, and gives back words and settings', async ({
  page,
  dailies,
}) => {
  const compose = composePage(page)
  await compose.open()
  await compose.kind('Video')
  await compose.prompt('Slow pan over dunes')
  await compose.choose('Ratio', '21:9')
  await compose.choose('Resolution', '360p')
  await compose.button('Presets').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Save what stands in the form' }).fill('Dunes')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet.getByRole('button', { name: 'Apply Dunes' })).toBeVisible()

  await dailies.restart('SIGKILL')
  await page.evaluate(() => localStorage.clear())
  await compose.open()
  await compose.button('Presets').click()
  await sheet.getByRole('button', { name: 'Apply Dunes' }).click()
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('Slow pan over dunes')
  await expect(page.getByRole('radio', { name: '21:9' })).toBeChecked()
  await expect(page.getByRole('radio', { name: '360p' })).toBeChecked()
})

test('The request as JSON fills the form again', async ({ page }) => {
  const compose = composePage(page)
  await compose.open()
  await compose.kind('Video')
  await compose.prompt('It’s a "quoted" lake')
  await compose.choose('Duration', '10 s')
  await compose.button('As code').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: 'JSON' }).check({ force: true })
  const json = await sheet.locator('pre').first().innerText()
  expect(JSON.parse(json)).toMatchObject({ prompt: 'It’s a "quoted" lake' })
  await page.keyboard.press('Escape')

  await page.evaluate(() => localStorage.clear())
  await compose.open()
  await compose.button('As code').click()
  await sheet.getByRole('textbox').fill(json)
  await sheet.getByRole('button', { name: /Fill/ }).click()
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('It’s a "quoted" lake')
  await expect(page.getByRole('radio', { name: '10 s' })).toBeChecked()
})

test.use({ expectedErrors: [/Failed to load resource: net::/] })
