import { expect, test } from './studio.fixture.ts'

test('Two tabs see the same, without a reload', async ({ page, context }) => {
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Nothing shot yet' })).toBeVisible()
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Prompt' }).fill('A planet with rings')
  await page.getByRole('button', { name: 'Generate' }).click()

  for (const tab of [page, other]) {
    await expect(tab.getByRole('link', { name: 'Image: A planet with rings' })).toBeVisible()
    await expect(tab.getByRole('list', { name: 'Generations' }).getByRole('listitem')).toHaveCount(
      1,
    )
  }
})
