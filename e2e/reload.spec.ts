import { expect, test } from './studio.fixture.ts'

test('A reload in the middle of a job loses nothing: it is seen to finish', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Video', exact: true }).check({ force: true })
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.fill('Red dunes at golden hour, drone rising')
  await page.getByRole('radio', { name: /^360p/ }).check({ force: true })
  await page.getByRole('button', { name: 'Generate' }).click()
  const wall = page.getByRole('list', { name: 'Generations' })
  await expect(wall.getByRole('link', { name: /^Video, .*: Red dunes/ })).toBeVisible()

  await page.reload()
  await expect(prompt).toHaveValue('Red dunes at golden hour, drone rising')
  await expect(page.getByRole('radio', { name: /^360p/ })).toBeChecked()
  await expect(wall.getByRole('link', { name: 'Video: Red dunes at golden hour' })).toBeVisible({
    timeout: 60_000,
  })
})

test('The open item and its place are in the address', async ({ page, request }) => {
  const id = crypto.randomUUID()
  await request.post('/api/generations', {
    headers: { 'Idempotency-Key': id },
    data: { type: 'image', prompt: 'An apple on a table', aspect_ratio: '1:1' },
  })
  await page.goto('/')
  await page.getByRole('link', { name: 'Image: An apple on a table' }).click()
  await expect(page).toHaveURL(new RegExp(id))
  await page.reload()
  await expect(page.getByRole('region', { name: 'Detail' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('region', { name: 'Detail' })).toBeHidden()
})

test.describe('A restart of the server', () => {
  test.use({ expectedErrors: [/Failed to load resource: net::/] })
  test('in the middle of a job loses nothing', async ({ page, dailies }) => {
    await page.goto('/')
    await page.getByRole('radio', { name: 'Video', exact: true }).check({ force: true })
    await page.getByRole('textbox', { name: 'Prompt' }).fill('A forest in autumn')
    await page.getByRole('button', { name: 'Generate' }).click()
    const tiles = page.getByRole('list', { name: 'Generations' }).getByRole('listitem')
    await expect(page.getByRole('link', { name: 'Video, rendering: A forest' })).toBeVisible()
    await dailies.restart('SIGKILL')
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Video: A forest in autumn' })).toBeVisible()
    await expect(tiles).toHaveCount(1)
  })
})
