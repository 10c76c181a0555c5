import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startDailies } from './dailies-process.ts'
import { expect, test as studio } from './studio.fixture.ts'

const many = 3000

const test = studio.extend({
  dailies: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'dailies-seeded-'))
    execFileSync(process.execPath, ['--import', 'tsx', 'bench/seed.ts', String(many)], {
      cwd: resolve(import.meta.dirname, '..'),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DAILIES_DATA: data },
    })
    const dailies = await startDailies({ DAILIES_DATA: data })
    await use(dailies)
    await dailies.stop()
    dailies.remove()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('The place on the wall survives opening an item, a reload and Back', async ({ page }) => {
  await page.goto('/?panel=wall')
  const tiles = page.getByRole('list', { name: 'Generations' }).getByRole('link')
  await expect(tiles.first()).toBeVisible()
  const bar = page.getByRole('slider', { name: 'Date' })
  const box = (await bar.boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.6)
  await expect(page).toHaveURL(/at=\d+/)
  const topmost = () =>
    page.evaluate(() => {
      const edge = document.querySelector('[data-scroller]')?.getBoundingClientRect().top ?? 0
      const shown = [...document.querySelectorAll<HTMLElement>('a[data-item]')]
        .map((tile) => ({ id: tile.dataset.item, top: tile.getBoundingClientRect().top - edge }))
        .filter(({ top }) => top > -1 && top < 400)
        .toSorted((a, b) => a.top - b.top)
      return shown[0] ? `${shown[0].id} ${Math.round(shown[0].top)}` : ''
    })
  await expect.poll(topmost).not.toBe('')
  await page.waitForTimeout(800)
  const before = await topmost()
  await page.mouse.click(900, 450)
  await expect(page.getByRole('region', { name: 'Detail' })).toBeVisible()
  await page.goBack()
  await expect.poll(topmost).toBe(before)
  await page.reload()
  await expect.poll(topmost).toBe(before)
})

test('The grid stays small however much there is, and every end of it is reached', async ({
  page,
}) => {
  await page.goto('/?panel=wall&size=120')
  const list = page.getByRole('list', { name: 'Generations' })
  await expect(list.getByRole('link').first()).toBeVisible()
  await list.getByRole('link').first().focus()
  await page.keyboard.press('End')
  const count = await page.evaluate(() =>
    fetch('/api/facets').then((answer) => answer.json() as Promise<{ total: number }>),
  )
  await expect(page.locator(`li[aria-posinset="${count.total}"]`)).toBeVisible()
  for (const size of [120, 240, 480]) {
    await page.goto(`/?panel=wall&size=${size}`)
    await expect(list.getByRole('link').first()).toBeVisible()
    for (let turn = 0; turn < 10; turn += 1) {
      await page.mouse.move(800, 500)
      await page.mouse.wheel(0, 900)
      const nodes = await list.evaluate((element) => element.querySelectorAll('*').length)
      expect(nodes).toBeLessThanOrEqual(400)
    }
    expect(await page.locator('video').count()).toBe(0)
  }
})
