import type { Page } from '@playwright/test'
import { expect, test } from './studio.fixture.ts'

type Spot = { x: number; y: number }

const strip = (page: Page) => page.getByRole('region', { name: 'Strip' })
const anchors = (page: Page) => page.getByRole('option', { name: /^Keyframe \d+ of/ })

/** What the timeline says of itself: the frames, in the order of time. */
async function framesOf(page: Page): Promise<number[]> {
  const names = await anchors(page).evaluateAll((options) =>
    options.map((option) => option.getAttribute('aria-label') ?? ''),
  )
  return names.map((name) => Number(/at frame (\d+)/.exec(name)?.[1]))
}

async function openTimeline(page: Page) {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Video', exact: true }).check()
  await page.getByRole('radio', { name: 'Keyframes' }).check()
  await expect(strip(page)).toBeVisible()
}

/** Pictures of one colour each, dropped together at the start of the strip. */
async function dropPictures(page: Page, count: number) {
  const box = await strip(page).boundingBox()
  await strip(page).evaluate(
    async (element, { files, x, y }) => {
      const transfer = new DataTransfer()
      for (let nth = 0; nth < files; nth++) {
        const canvas = new OffscreenCanvas(320, 180)
        const context = canvas.getContext('2d')
        if (context) context.fillStyle = `hsl(${(nth * 360) / files} 60% 50%)`
        context?.fillRect(0, 0, 320, 180)
        const blob = await canvas.convertToBlob({ type: 'image/png' })
        transfer.items.add(new File([blob], `${nth}.png`, { type: 'image/png' }))
      }
      for (const type of ['dragover', 'drop']) {
        const at = { clientX: x, clientY: y, bubbles: true, cancelable: true }
        element.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, ...at }))
      }
    },
    { files: count, x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 80 },
  )
  await expect(anchors(page)).toHaveCount(count, { timeout: 60_000 })
}

/** Where a frame lies, in the lower part of the strip where the pictures are. */
async function spotOf(page: Page, frame: number, last = 120): Promise<Spot> {
  const box = await strip(page).boundingBox()
  const pad = 78
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
  return { x: x + pad + (frame * (width - 2 * pad)) / last, y: y + height - 40 }
}

async function drag(page: Page, from: Spot, to: Spot) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

test('64 anchors placed by drag and by typing are sent, and come back with “use these settings”', async ({
  page,
  request,
}) => {
  test.slow()
  await openTimeline(page)
  await dropPictures(page, 64)
  expect(await framesOf(page)).toEqual(Array.from({ length: 64 }, (_, frame) => frame))

  for (let nth = 63; nth >= 32; nth--) {
    await anchors(page).nth(nth).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type(String(120 - (63 - nth)))
    await page.keyboard.press('Enter')
  }
  for (const [from, to] of [
    [31, 80],
    [30, 70],
    [29, 60],
  ] as const) {
    await drag(page, await spotOf(page, from), await spotOf(page, to))
  }
  const placed = await framesOf(page)
  expect(placed).toHaveLength(64)
  expect(new Set(placed).size).toBe(64)
  expect(placed.slice(-32)).toEqual(Array.from({ length: 32 }, (_, index) => 89 + index))

  await page.getByRole('textbox', { name: 'Prompt' }).fill('A walk through colours')
  const answer = page.waitForResponse((each) => each.url().endsWith('/api/generations'))
  await page.getByRole('button', { name: 'Generate' }).click()
  const { id, request: sent } = await (await answer).json()
  expect(sent.video.keyframes.map(({ frame }: { frame: number }) => frame)).toEqual(placed)

  await page.goto(`/?item=${id}`)
  await page.getByRole('button', { name: 'Use these settings' }).first().click()
  await expect(anchors(page)).toHaveCount(64)
  expect(await framesOf(page)).toEqual(placed)
  expect((await request.get(`/api/generations/${id}`)).ok()).toBe(true)
})

test('an anchor dragged over another stops beside it, and undo brings it back', async ({
  page,
}) => {
  await openTimeline(page)
  await dropPictures(page, 2)
  await anchors(page).nth(1).focus()
  await page.keyboard.press('End')
  expect(await framesOf(page)).toEqual([0, 120])
  await drag(page, await spotOf(page, 0), await spotOf(page, 120))
  expect(await framesOf(page)).toEqual([119, 120])
  await page.keyboard.press('Control+z')
  expect(await framesOf(page)).toEqual([0, 120])
})

test('everything on the timeline is done by keys alone', async ({ page }) => {
  await openTimeline(page)
  await dropPictures(page, 3)
  await anchors(page).first().focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: /^Spread/ }).focus()
  await page.keyboard.press('Enter')
  await anchors(page).nth(1).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('d')
  await page.keyboard.press('Delete')
  await expect(anchors(page)).toHaveCount(3)
  await page.getByRole('slider', { name: 'Playhead' }).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('slider', { name: 'Playhead' })).toHaveAttribute(
    'aria-valuetext',
    'Frame 120, 5.00 s',
  )
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a finger pans under the playhead, and a long press picks an anchor up', async ({
    page,
  }) => {
    await openTimeline(page)
    await dropPictures(page, 2)
    await anchors(page).nth(1).focus()
    await page.keyboard.press('End')
    const touch = await page.context().newCDPSession(page)
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Spot) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
    const slide = async (from: Spot, byPx: number) => {
      for (let part = 1; part <= 10; part++) {
        await finger('touchMove', { x: from.x + (byPx * part) / 10, y: from.y })
      }
      await finger('touchEnd')
    }
    const box = await strip(page).boundingBox()
    const empty = { x: 300, y: (box?.y ?? 0) + 60 }
    await finger('touchStart', empty)
    await slide(empty, -100)
    const playhead = page.getByRole('slider', { name: 'Playhead' })
    await expect(playhead).not.toHaveAttribute('aria-valuenow', '0')
    expect(await framesOf(page)).toEqual([0, 120])

    await page.getByRole('button', { name: 'To the first frame' }).click()
    const held = { x: 195, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
    await finger('touchStart', held)
    await page.waitForTimeout(600)
    await slide(held, 60)
    const [moved] = await framesOf(page)
    expect(moved).toBeGreaterThan(10)
  })
})
