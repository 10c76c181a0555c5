import { composePage } from './compose-page.ts'
import { expect, sentTo, test } from './ledger.fixture.ts'

const prompts = (bodies: unknown[]) => bodies.map((body) => (body as { prompt: string }).prompt)

test('Alternatives are shown and priced before they are sent, and stay together as a set', async ({
  page,
  engine,
}) => {
  const compose = composePage(page)
  await compose.open()
  await compose.prompt('A lake at {dawn|noon|dusk}, {calm|storm}')
  await expect(compose.button('Generate 6')).toBeVisible()
  await expect(compose.button(/^Price: 6 × \$0\.0404 = \$0\.24/)).toBeVisible()
  expect(sentTo(engine)).toEqual([])

  await compose.generate()
  await expect.poll(() => sentTo(engine).length).toBe(6)
  expect(prompts(sentTo(engine))).toEqual([
    'A lake at dawn, calm',
    'A lake at dawn, storm',
    'A lake at noon, calm',
    'A lake at noon, storm',
    'A lake at dusk, calm',
    'A lake at dusk, storm',
  ])
  const tiles = page.getByRole('list', { name: 'Generations' }).getByRole('link')
  await expect(tiles).toHaveCount(6)
  await expect(tiles.first()).toHaveAccessibleName(/A lake at dawn, calm/)
  await expect(tiles.last()).toHaveAccessibleName(/A lake at dusk, storm/)
})

test('More than 24 are not sent', async ({ page, engine }) => {
  const compose = composePage(page)
  await compose.open()
  await compose.prompt('{a|b|c|d|e} {1|2|3|4|5}')
  await expect(compose.button(/^Generate/)).toBeDisabled()
  await expect(page.getByText(/24/).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  expect(sentTo(engine)).toEqual([])
})

test('Over the budget it is held, not sent, until a person says so', async ({ page, engine }) => {
  const compose = composePage(page)
  await compose.open()
  await compose.button(/change the budget/).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /day/i }).fill('0.05')
  await sheet.getByRole('button', { name: /Save|Set/ }).click()
  await expect(sheet).toBeHidden()

  await compose.prompt('The first one')
  await compose.generate()
  await expect.poll(() => sentTo(engine).length).toBe(1)
  await expect(page.getByRole('link', { name: 'Image: The first one' })).toBeVisible()

  await compose.prompt('The second one')
  await compose.button(/^Hold/).click()
  const held = page.getByRole('link', { name: /The second one/ })
  await expect(held).toBeVisible()
  await expect(page.getByText(/over/i).first()).toBeVisible()
  await page.waitForTimeout(1000)
  expect(sentTo(engine).length).toBe(1)

  await held.focus()
  await page
    .getByRole('button', { name: /^Send anyway/ })
    .first()
    .click()
  await expect.poll(() => sentTo(engine).length).toBe(2)
  await expect(page.getByRole('link', { name: 'Image: The second one' })).toBeVisible()
})
