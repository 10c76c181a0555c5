import { makeAll } from './http-client.ts'
import { expect, sentTo, test } from './ledger.fixture.ts'

test('Found by words, rated, extended and sent without a mouse', async ({
  page,
  request,
  engine,
}) => {
  await makeAll(
    request,
    { type: 'image', prompt: 'A river in autumn' },
    { type: 'video', prompt: 'Waves at dusk', aspect_ratio: '16:9', video: { resolution: '360p' } },
    { type: 'image', prompt: 'A street' },
  )
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
  await page.keyboard.type('wav dus')
  const wall = page.getByRole('list', { name: 'Generations' })
  await expect(wall.getByRole('link')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(wall.getByRole('link', { name: /Waves at dusk/ })).toBeFocused()
  await page.keyboard.press('5')
  await expect(wall.locator('[data-judged*="5"]')).toHaveCount(1)
  await page.keyboard.press('v')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('And the moon rises')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => sentTo(engine)).toHaveLength(4)
  expect(sentTo(engine)[3]).toMatchObject({
    type: 'video',
    prompt: 'And the moon rises',
    video: { start_frame: { generation_id: expect.any(String) } },
  })
  const rated = await (await request.get('/api/facets?stars=5')).json()
  expect(rated).toMatchObject({ total: 1 })
})
