import { sequence } from '#contract/family.ts'
import { makeFamily } from './family.fixture.ts'
import { expect, test } from './studio.fixture.ts'

test.setTimeout(240_000)

test('A family of twelve over four generations is seen as a tree, and a chain of extensions as one clip', async ({
  page,
  request,
}) => {
  const family = await makeFamily(request)
  await page.goto(`/?item=${family.root}`)
  const strip = page.getByRole('region', { name: 'Lineage' })
  await expect(strip.getByRole('button', { name: /^Start frame: .*Waves roll in/i })).toBeVisible()
  await page.getByRole('region', { name: 'Detail' }).focus()
  await page.keyboard.press('l')
  const tree = page.getByRole('tree', { name: 'Family' })
  await expect(tree.getByRole('treeitem')).toHaveCount(12)
  const levels = await tree
    .getByRole('treeitem')
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-level')))
  expect(new Set(levels).size).toBe(4)
  await expect(page.getByText(/Way here/)).toBeVisible()
  const root = tree.getByRole('treeitem', { name: /Lighthouse/ })
  await root.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Detail' })).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(family.root))

  const answer = await request.get(`/api/generations/${family.on}/sequence`)
  const { clips, lossless } = sequence.parse(await answer.json())
  expect(lossless).toBe(true)
  expect(clips.map(({ id }) => id)).toEqual([family.before, family.shot, family.on, family.further])
  await page.goto(`/?item=${family.on}`)
  await page
    .getByText(/Whole sequence/)
    .first()
    .click()
  const video = page.getByRole('region', { name: 'Detail' }).locator('video')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => Math.round(element.duration)))
    .toBe(20)
  await expect(page.getByRole('status', { name: 'Frame number' })).toContainText('/ 480')
  const joined = await request.get(`/api/generations/${family.on}/sequence.mp4`)
  expect(joined.headers()['content-type']).toBe('video/mp4')
})
