import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import type { Generation } from '#contract/generation.ts'
import { toRectangle, type Rectangle, type SourcePosition } from '#contract/video-reframe.ts'
import { videoSize } from '#contract/video.ts'
import { psnr } from '#engine/measure/psnr.ts'
import { cut } from '#engine/reframe/border.fixture.ts'
import { lanczos } from '#engine/reframe/lanczos.fixture.ts'
import { readClip } from '#engine/reframe/reframed.fixture.ts'
import { make } from './http-client.ts'
import { expect, sentTo, test } from './ledger.fixture.ts'

test.setTimeout(180_000)

const canvas = videoSize('9:16', '360p')

const rectangleOf = (page: Page) => page.getByRole('application', { name: /^Source: / })

/** The rectangle in pixels of the canvas, as it is told to a screen reader. */
async function told(rectangle: Locator): Promise<Rectangle> {
  const name = (await rectangle.getAttribute('aria-label')) ?? ''
  const numbers = name.replaceAll('−', '-').match(/-?\d+(\.\d+)?/g)
  const [x = 0, y = 0, width = 0, height = 0] = (numbers ?? []).map(Number)
  return { x, y, width, height }
}

async function drag(page: Page, handle: Locator, by: { x: number; y: number }) {
  const box = (await handle.boundingBox())!
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.keyboard.down('Control')
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 12 })
  await page.mouse.up()
  await page.keyboard.up('Control')
}

async function luma(request: APIRequestContext, { outputs }: Generation, folder: string) {
  const path = join(mkdtempSync(join(folder, 'clip-')), 'clip.mp4')
  writeFileSync(path, await (await request.get(`/media/${outputs[0]?.sha256}`)).body())
  const { width, height, pictures } = await readClip(path)
  return { width, height, bytes: pictures[40]!.subarray(0, width * height) }
}

async function openCanvas(page: Page, id: string) {
  await page.goto(`/?item=${id}`)
  await expect(page.getByRole('region', { name: 'Detail' })).toBeVisible()
  await page.keyboard.press('m')
  const dock = page.getByRole('region', { name: 'Canvas' })
  await page.getByRole('radio', { name: '360p' }).check({ force: true })
  const ratios = page.getByRole('radiogroup', { name: 'Ratio' })
  await ratios.getByRole('radio', { name: '9:16' }).check({ force: true })
  await expect(dock.getByText('Canvas 360 × 640 px')).toBeVisible()
  return dock
}

test.describe('with pictures painted', () => {
  test.use({ isTrueRenderer: true })

  test('A dragged source lands within half a pixel, and the result has it exactly there', async ({
    page,
    request,
    dailies,
    engine,
  }) => {
    const clip = await make(request, {
      type: 'video',
      prompt: 'Autumn forest, deer, morning mist',
      aspect_ratio: '16:9',
      video: { resolution: '360p' },
    })
    const dock = await openCanvas(page, clip.id)
    const rectangle = rectangleOf(page)
    expect(await told(rectangle)).toMatchObject({ width: 360, height: 203 })
    const before = await told(rectangle)
    const scale = (await rectangle.boundingBox())!.width / before.width

    const by = { x: 23.4, y: -61.7 }
    await drag(page, rectangle, by)
    const moved = await told(rectangle)
    expect(Math.abs(moved.x - before.x - by.x / scale)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(moved.y - before.y - by.y / scale)).toBeLessThanOrEqual(0.5)

    const pull = { x: 31.3, y: 0 }
    await drag(page, dock.locator('[data-handle=e] > div'), pull)
    const pulled = await told(rectangle)
    expect(pulled.x).toBe(moved.x)
    expect(Math.abs(pulled.width - moved.width - pull.x / scale)).toBeLessThanOrEqual(0.5)

    await page.getByRole('textbox', { name: 'Prompt' }).fill('The same forest, taller')
    await page.getByRole('button', { name: 'Generate' }).click()
    await expect.poll(() => sentTo(engine).length).toBe(2)
    const sent = sentTo(engine)[1] as { video: { source_position: SourcePosition } }
    const asked = toRectangle(sent.video.source_position, canvas)
    for (const key of ['x', 'y', 'width', 'height'] as const) {
      expect(asked[key]).toBeCloseTo(pulled[key], 2)
    }

    const newest = async () => {
      const page1 = (await (await request.get('/api/generations?limit=1')).json()) as {
        data: Generation[]
      }
      return page1.data[0]!
    }
    await expect.poll(async () => (await newest()).state, { timeout: 90_000 }).toBe('completed')
    const result = await luma(request, await newest(), dailies.data)
    const source = lanczos(await luma(request, clip, dailies.data), pulled)
    expect(result).toMatchObject(canvas)
    const shown = {
      left: Math.max(0, pulled.x) + 8,
      top: Math.max(0, pulled.y) + 8,
      right: Math.min(canvas.width, pulled.x + pulled.width) - 8,
      bottom: Math.min(canvas.height, pulled.y + pulled.height) - 8,
    }
    const wanted = cut(source, {
      left: shown.left - pulled.x,
      top: shown.top - pulled.y,
      right: shown.right - pulled.x,
      bottom: shown.bottom - pulled.y,
    })
    const found = [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].map((right) => {
        const there = cut(result, {
          left: shown.left + right,
          top: shown.top + down,
          right: shown.right + right,
          bottom: shown.bottom + down,
        })
        return { right, down, db: psnr(there, wanted) }
      }),
    )
    const best = found.reduce((a, b) => (b.db > a.db ? b : a))
    expect(best).toMatchObject({ right: 0, down: 0 })
    expect(best.db).toBeGreaterThan(32)
  })
})

test('The source is placed by keys alone, and left to the model again', async ({
  page,
  request,
}) => {
  const clip = await make(request, {
    type: 'video',
    prompt: 'A calm sea',
    aspect_ratio: '16:9',
    video: { resolution: '360p' },
  })
  await openCanvas(page, clip.id)
  const rectangle = rectangleOf(page)
  await rectangle.focus()
  for (const key of ['ArrowRight', 'Shift+ArrowUp', 'Alt+ArrowLeft', '+']) {
    await page.keyboard.press(key)
  }
  expect(await told(rectangle)).toEqual({ x: -1, y: 208, width: 363, height: 204 })
  const x = page.getByRole('textbox', { name: 'x_norm' })
  await x.fill('-2.5')
  await x.press('Enter')
  await expect(page.getByText('x_norm: choose from −2 to 2.')).toBeVisible()
  await x.fill('0.25')
  await x.press('Enter')
  expect(await told(rectangle)).toMatchObject({ x: 90 })
  await page.getByRole('button', { name: 'Let the model choose' }).press('Enter')
  await expect(rectangle).toHaveAttribute('aria-label', /the model chooses/)
})

test('On a telephone two fingers move and scale the source, and one scrolls', async ({
  browser,
  baseURL,
  request,
}) => {
  const clip = await make(request, {
    type: 'video',
    prompt: 'A calm sea',
    aspect_ratio: '16:9',
    video: { resolution: '360p' },
  })
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await page.goto(`/?item=${clip.id}`)
  await expect(page.getByRole('region', { name: 'Detail' })).toBeVisible()
  await page.keyboard.press('m')
  await page.getByRole('radio', { name: '360p' }).check({ force: true })
  const ratios = page.getByRole('radiogroup', { name: 'Ratio' })
  await ratios.getByRole('radio', { name: '9:16' }).check({ force: true })
  await page.getByRole('button', { name: 'Open the canvas' }).click()
  const rectangle = rectangleOf(page)
  await expect(rectangle).toBeVisible()
  const before = await told(rectangle)
  const box = (await rectangle.boundingBox())!
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const client = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spread: number[], down: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spread.map((dx, id) => ({ x: at.x + dx, y: at.y + down, id })),
    })

  await touch('touchStart', [0], 0)
  for (let n = 1; n <= 8; n++) await touch('touchMove', [0], -n * 8)
  await touch('touchEnd', [], 0)
  expect(await told(rectangle)).toEqual(before)
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollTop = 0
  })

  await touch('touchStart', [-30], 0)
  await touch('touchStart', [-30, 30], 0)
  for (let n = 1; n <= 10; n++) {
    await touch('touchMove', [-30 - n * 1.5, 30 + n * 1.5], n * 8)
    await page.waitForTimeout(16)
  }
  await touch('touchEnd', [], 0)
  const after = await told(rectangle)
  expect(after.width).toBe(before.width * 1.5)
  expect(after.y).toBeGreaterThan(before.y)
  await context.close()
})
