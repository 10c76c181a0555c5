import type { Generation } from '#contract/generation.ts'
import { makeAll } from './http-client.ts'
import { expect, test } from './ledger.fixture.ts'
import { wallPage } from './wall-page.ts'

const words = ['Red fox', 'Red barn', 'Blue sea', 'Grey owl', 'Green hill']

test.beforeEach(async ({ request }) => {
  await makeAll(
    request,
    ...words.map((prompt) => ({ type: 'image', prompt, aspect_ratio: '1:1' }) as const),
  )
})

test('Several are chosen by mouse and keys, judged at once, and found by it', async ({ page }) => {
  const wall = wallPage(page)
  await wall.open()
  await wall.choose(/Green hill/)
  await wall.tile(/Blue sea/).click({ modifiers: ['Shift'] })
  await expect(wall.selection.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('4')
  await page.keyboard.press('p')
  await wall.selection.getByRole('button', { name: 'Clear the selection' }).click()
  await wall.tile(/Red fox/).focus()
  await page.keyboard.press('x')

  await wall.search.fill('sea')
  await expect(wall.tiles).toHaveCount(1)
  await expect(wall.tiles).toHaveAccessibleName(/Blue sea/)
  await wall.search.fill('')
  await page.getByRole('button', { name: 'Filter' }).click()
  const filter = page.getByRole('dialog')
  await filter.getByText('Stars', { exact: true }).click()
  await filter.getByRole('checkbox', { name: /^4 stars/ }).check({ force: true })
  await expect(wall.tiles).toHaveCount(3)
  await expect(page).toHaveURL(/stars=4/)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(wall.tiles).toHaveCount(3)
  await wall.open('&review=reject')
  await expect(wall.tiles).toHaveCount(1)
  await expect(wall.tiles).toHaveAccessibleName(/Red fox/)
})

test('An item is put on two boards, and a search is saved as one', async ({ page }) => {
  const wall = wallPage(page)
  await wall.open()
  await wall.tile(/Red fox/).focus()
  for (const name of ['Animals', 'Best']) {
    await page.keyboard.press('b')
    await wall.dialog.getByLabel('Find or make a board').fill(name)
    await page.keyboard.press('Enter')
    await expect(wall.dialog.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(wall.dialog).toBeHidden()
  }
  await wall.search.fill('red')
  await expect(wall.tiles).toHaveCount(2)
  await page.getByRole('button', { name: 'Save as a board' }).click()
  await page.getByRole('textbox', { name: /name/i }).fill('All that is red')
  await page.keyboard.press('Enter')

  await expect
    .poll(async () => {
      const answer = await page.request.get('/api/boards')
      const { data } = (await answer.json()) as { data: { name: string; count: number }[] }
      return data.map(({ name, count }) => `${name} ${count}`)
    })
    .toEqual(['All that is red 2', 'Animals 1', 'Best 1'])
  await page.getByRole('button', { name: 'Boards', exact: true }).click()
  await page
    .getByRole('button', { name: /^Animals/ })
    .first()
    .click()
  await expect(wall.tiles).toHaveCount(1)
  await expect(page).toHaveURL(/board=/)
})

test('What goes to the trash comes back, and is erased only after two yeses', async ({ page }) => {
  const wall = wallPage(page)
  await wall.open()
  await wall.choose(/Grey owl/)
  await wall.choose(/Green hill/)
  await page.keyboard.press('Delete')
  await expect(wall.tiles).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(wall.tiles).toHaveCount(5)

  await wall.tile(/Grey owl/).focus()
  const answer = await page.request.get('/api/generations')
  const { data } = (await answer.json()) as { data: Generation[] }
  const owl = data.find(({ request }) => request.prompt === 'Grey owl')
  await page.keyboard.press('Delete')
  await expect(wall.tiles).toHaveCount(4)
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(wall.tiles).toHaveCount(1)
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  const file = `/media/${owl?.outputs[0]?.sha256}`
  await wall.dialog.getByRole('button', { name: 'Erase…' }).click()
  await expect(wall.dialog.getByRole('alert')).toBeVisible()
  expect((await page.request.get(file)).status()).toBe(200)
  await wall.dialog.getByRole('button', { name: /^Yes, erase/ }).click()
  await expect(wall.dialog).toBeHidden()
  await expect(wall.tiles).toHaveCount(0)
  expect((await page.request.get(`/api/generations/${owl?.id}`)).status()).toBe(404)
})

test('What is chosen is dragged onto a board', async ({ page }) => {
  const wall = wallPage(page)
  await page.request.post('/api/boards', { data: { id: crypto.randomUUID(), name: 'Dropped' } })
  await wall.open()
  await wall.choose(/Red fox/)
  await wall.choose(/Blue sea/)
  const from = await wall.tile(/Red fox/).boundingBox()
  await page.mouse.move(from!.x + 40, from!.y + 40)
  await page.mouse.down()
  await page.mouse.move(from!.x + 60, from!.y + 60, { steps: 4 })
  const target = page.getByRole('list', { name: 'Drop on a board' }).getByText('Dropped')
  await expect(target).toBeVisible()
  const to = await target.boundingBox()
  await page.mouse.move(to!.x + 10, to!.y + 5, { steps: 6 })
  await page.mouse.up()
  await expect
    .poll(async () => {
      const { data } = (await (await page.request.get('/api/boards')).json()) as {
        data: { count: number }[]
      }
      return data[0]?.count
    })
    .toBe(2)
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a finger that stays begins to choose, taps choose more, and one that stays again all between', async ({
    page,
  }) => {
    const wall = wallPage(page)
    await wall.open()
    const touch = await page.context().newCDPSession(page)
    const middleOf = async (tile: RegExp) => {
      const box = (await wall.tile(tile).boundingBox())!
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const stayOn = async (tile: RegExp) => {
      const touchPoints = [await middleOf(tile)]
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
      await page.waitForTimeout(700)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    await stayOn(/Green hill/)
    await expect(wall.selection.getByText('1 selected')).toBeVisible()
    await wall.tile(/Blue sea/).tap()
    await expect(wall.selection.getByText('2 selected')).toBeVisible()
    await stayOn(/Red fox/)
    await expect(wall.selection.getByText('4 selected')).toBeVisible()
    await wall.selection.getByRole('button', { name: 'Favourite' }).tap()
    await expect
      .poll(async () => {
        const answer = await page.request.get('/api/facets?favourite=yes')
        return ((await answer.json()) as { total: number }).total
      })
      .toBe(4)
  })
})
