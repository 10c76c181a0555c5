import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './studio.fixture.ts'

async function seriousFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

for (const colorScheme of ['dark', 'light'] as const) {
  for (const [name, viewport] of [
    ['a desk', { width: 1440, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const) {
    test.describe(`In the ${colorScheme} theme on ${name}`, () => {
      test.use({ colorScheme, viewport })
      test('nothing serious stands in anyone’s way', async ({ page, request }) => {
        await page.goto('/')
        await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeAttached()
        expect(await seriousFaults(page), 'empty').toEqual([])

        const id = crypto.randomUUID()
        await request.post('/api/generations', {
          headers: { 'Idempotency-Key': id },
          data: { type: 'image', prompt: 'Three apples on a table', aspect_ratio: '1:1' },
        })
        await page.goto('/?panel=compose')
        await page.getByRole('button', { name: 'Generate' }).click()
        expect(await seriousFaults(page), 'an error').toEqual([])

        await page.goto('/?panel=wall')
        await expect(
          page.getByRole('link', { name: 'Image: Three apples on a table' }),
        ).toBeVisible()
        expect(await seriousFaults(page), 'results').toEqual([])
        await page.goto(`/?item=${id}`)
        await expect(page.getByRole('region', { name: 'Detail' })).toBeVisible()
        await expect(page.getByText('What the local engine understood')).toBeVisible()
        expect(await seriousFaults(page), 'detail').toEqual([])
      })
    })
  }
}
