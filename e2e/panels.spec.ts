import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { makeAll } from './http-client.ts'
import { draftsFrom, openDraft } from './panel-drafts.ts'
import { expect, test } from './studio.fixture.ts'

async function seriousFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

test('Nothing serious stands in anyone’s way in any panel, in either theme', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000)
  const [picture, clip] = await makeAll(
    request,
    { type: 'image', prompt: 'A lake' },
    { type: 'video', prompt: 'A river', video: { resolution: '360p' } },
  )
  await page.goto('/')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      for (const [name, draft] of Object.entries(draftsFrom(picture!.id, clip!.id))) {
        await test.step(`${name}, ${size}, ${colorScheme}`, async () => {
          const hasDock = ['keyframes', 'video edit', 'reframe'].includes(name)
          await openDraft(page, draft, hasDock && size === 'desk' ? 'open' : 'closed')
          await page.waitForTimeout(200)
          expect(await seriousFaults(page), `${name}, ${size}, ${colorScheme}`).toEqual([])
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          )
          expect(wide, `${name}, ${size}: nothing runs off the side`).toBeLessThanOrEqual(0)
          if (!hasDock || size === 'desk') return
          await openDraft(page, draft, 'open')
          await page.waitForTimeout(200)
          expect(await seriousFaults(page), `${name} dock, ${colorScheme}`).toEqual([])
        })
      }
    }
  }
})
