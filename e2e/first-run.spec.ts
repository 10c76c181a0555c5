import { expect, test } from './studio.fixture.ts'

test('An empty wall offers six prompts, each one press away', async ({ page }) => {
  await page.goto('/')
  const examples = page.getByRole('list', { name: 'Examples' }).getByRole('button')
  await expect(examples).toHaveCount(6)
  await examples.nth(1).click()
  await expect(page.getByRole('list', { name: 'Generations' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('link', { name: /^Image: / })).toBeVisible()
})
