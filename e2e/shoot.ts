import type { Page } from '@playwright/test'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const folder = 'shots'

/** A page as it is, on a desk and on a phone, dark and light. */
export async function shoot(page: Page, name: string) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(400)
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png` })
    }
  }
  await page.setViewportSize(sizes.desk)
  await page.emulateMedia({ colorScheme: 'dark' })
}
