import { make } from './http-client.ts'
import { expect, test } from './ledger.fixture.ts'

test('Spending is told by type and taken away as CSV, and runs off no side on a phone', async ({
  page,
  request,
}) => {
  await make(request, { type: 'image', prompt: 'Red fox', aspect_ratio: '1:1' })
  await make(request, { type: 'image', prompt: 'Blue sea', model: 'uni-1-max' })
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  const usage = page.getByRole('region', { name: 'Usage' })
  await expect(usage.getByText('$0.14', { exact: true }).first()).toBeVisible()
  const byModel = usage.getByRole('region', { name: 'By model' })
  await expect(byModel.getByRole('row', { name: /uni-1-max/ })).toContainText('$0.10')
  const csv = await request.get('/api/usage/report.csv?days=7')
  expect(await csv.text()).toMatch(/image.*uni-1-max.*0\.1/)

  await page.setViewportSize({ width: 390, height: 844 })
  await expect
    .poll(() =>
      usage.evaluate((element) =>
        Math.max(
          ...[...element.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right),
        ),
      ),
    )
    .toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })
  await byModel.getByText('uni-1-max').click()
  await expect(page.getByRole('list', { name: 'Generations' }).getByRole('link')).toHaveCount(1)
})
