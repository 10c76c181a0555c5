import { expect, test } from './studio.fixture.ts'

test('An empty prompt is told at the prompt, and nothing is sent', async ({ page }) => {
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1
  })
  await page.goto('/')
  await page.getByRole('button', { name: 'Generate' }).click()
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await expect(prompt).toHaveAccessibleDescription(/Write what you want to see/)
  await expect(prompt).toHaveAttribute('aria-invalid', 'true')
  await expect(prompt).toBeFocused()
  expect(posts).toBe(0)
})

test('A shape that manga cannot have is not taken, says why, and offers the way', async ({
  page,
}) => {
  await page.goto('/')
  const ratio = page.getByRole('radiogroup', { name: 'Ratio' })
  await page.getByRole('radio', { name: 'Manga' }).check({ force: true })
  await expect(ratio.getByRole('radio', { name: '16:9' })).toBeDisabled()
  await ratio.getByRole('radio', { name: '16:9' }).click({ force: true })
  await expect(ratio).toHaveAccessibleDescription(/Manga pages are tall/)
  await expect(ratio.getByRole('radio', { name: 'Model picks' })).toBeChecked()
  await page.getByRole('button', { name: 'Style Auto' }).click()
  await expect(ratio.getByRole('radio', { name: '16:9' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Auto', exact: true })).toBeChecked()
})

test.describe('A refusal of the server', () => {
  test.use({ expectedErrors: [/422/] })
  test('stands at its field', async ({ page }) => {
    await page.goto('/')
    const prompt = page.getByRole('textbox', { name: 'Prompt' })
    await page.route('**/api/generations', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 422,
            contentType: 'application/problem+json',
            body: JSON.stringify({
              type: '/problems/rule',
              title: 'Refused',
              status: 422,
              code: 'rule',
              detail: 'These words are not taken.',
              path: 'prompt',
            }),
          })
        : route.continue(),
    )
    await prompt.fill('Words that the server does not take')
    await page.getByRole('button', { name: 'Generate' }).click()
    await expect(prompt).toHaveAccessibleDescription(/These words are not taken/)
    await expect(prompt).toHaveValue('Words that the server does not take')
  })
})
