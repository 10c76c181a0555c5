import { loadavg } from 'node:os'
import { chromium, type Page } from '@playwright/test'
import { startDailies } from '../e2e/dailies-process.ts'
import { launchOptions } from '../e2e/launch-options.ts'

/**
 * Frames and long tasks of Chromium while things are dragged, beside the same page at rest and, as
 * the floor, beside a pointer that moves over it without holding anything. Needs the built page.
 */
const dailies = await startDailies()
const browser = await chromium.launch(launchOptions())

type Made = { id: string; state: string }

async function make(request: object): Promise<string> {
  const id = crypto.randomUUID()
  const url = `${dailies.url}/api/generations`
  const headers = { 'content-type': 'application/json', 'idempotency-key': id }
  await fetch(url, { method: 'POST', headers, body: JSON.stringify(request) })
  for (;;) {
    const { state } = (await (await fetch(`${url}/${id}`)).json()) as Made
    if (state === 'completed') return id
    if (state === 'failed') throw new Error('A picture for the bench was not made.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function measured(page: Page, act: () => Promise<void>) {
  await page.evaluate(() => {
    const seen = { frames: [] as number[], tasks: [] as number[], isOn: true }
    Object.assign(window, { seen })
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    let last = performance.now()
    const tick = (now: number) => {
      seen.frames.push(now - last)
      last = now
      if (seen.isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await act()
  return page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { frames: number[]; tasks: number[]; isOn: boolean }
    }
    seen.isOn = false
    return { frames: seen.frames.slice(2), tasks: seen.tasks }
  })
}

const at = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0

function say(name: string, { frames, tasks }: Awaited<ReturnType<typeof measured>>) {
  const over = frames.filter((ms) => ms > 32).length
  const worst = Math.max(0, ...tasks)
  const figures = [
    `${frames.length} frames`,
    `median ${at(frames, 0.5).toFixed(1)}`,
    `p99 ${at(frames, 0.99).toFixed(1)}`,
    `most ${at(frames, 1).toFixed(1)} ms`,
    `${over} over 32 ms`,
    `${tasks.length} long tasks${worst ? `, worst ${worst.toFixed(0)} ms` : ''}`,
  ]
  process.stdout.write(`${name.padEnd(34)}${figures.join(' · ')}\n`)
}

type Point = { x: number; y: number }

async function sweep(page: Page, from: Point, isHeld: boolean) {
  await page.mouse.move(from.x, from.y)
  if (isHeld) await page.mouse.down()
  for (let step = 0; step < 240; step += 1) {
    const x = from.x + Math.sin(step / 20) * 180
    await page.mouse.move(x, from.y + (isHeld ? Math.cos(step / 13) * 30 : 0))
    await page.waitForTimeout(8)
  }
  if (isHeld) await page.mouse.up()
}

async function openDraft(page: Page, draft: object) {
  const current = JSON.stringify({ draft, plan: { times: 1, axes: [], targets: [] } })
  await page.goto(dailies.url)
  await page.evaluate((value) => localStorage.setItem('dailies.compose.current', value), current)
  await page.goto(`${dailies.url}/?dock=open`)
  await page.waitForTimeout(4000)
}

async function centreOf(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not there.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

try {
  const pictures: string[] = []
  for (const prompt of ['A lake at dawn', 'A street at night', 'Dunes', 'A forest']) {
    pictures.push(await make({ type: 'image', prompt, aspect_ratio: '16:9' }))
  }
  const clip = await make({ type: 'video', prompt: 'Waves', video: { resolution: '720p' } })
  const keyframes = Array.from({ length: 64 }, (_, index) => ({
    frame: Math.round((index * 120) / 63),
    image: { generation_id: pictures[index % pictures.length] },
  }))
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  /** esbuild keeps the names of functions by a helper that the page does not have. */
  await page.addInitScript('globalThis.__name = (value) => value')
  process.stdout.write(`Load before: ${loadavg()[0]?.toFixed(1)}\n`)

  await openDraft(page, {
    type: 'video',
    prompt: 'x',
    aspect_ratio: '16:9',
    video: { duration: '5s', keyframes },
  })
  say('timeline, at rest', await measured(page, () => page.waitForTimeout(3000)))
  const anchor = await centreOf(page, '[data-anchor="32"]')
  say(
    'timeline, pointer only',
    await measured(page, () => sweep(page, { ...anchor, y: 40 }, false)),
  )
  say('timeline, one of 64 anchors', await measured(page, () => sweep(page, anchor, true)))
  await page.keyboard.press('Control+z')
  await page.locator('[data-anchor="32"]').focus()
  await page.keyboard.press('Control+a')
  const all = await centreOf(page, '[data-anchor="32"]')
  say('timeline, all 64 anchors', await measured(page, () => sweep(page, all, true)))

  await openDraft(page, {
    type: 'video_reframe',
    prompt: 'x',
    aspect_ratio: '9:16',
    source: { generation_id: clip },
    video: { resolution: '720p' },
  })
  say('canvas, playing, at rest', await measured(page, () => page.waitForTimeout(3000)))
  const rectangle = await centreOf(page, '[role="application"]')
  say('canvas, dragging while it plays', await measured(page, () => sweep(page, rectangle, true)))
  const handle = await centreOf(page, '[data-handle="se"]')
  say('canvas, pulling a corner', await measured(page, () => sweep(page, handle, true)))
} finally {
  await browser.close()
  await dailies.stop()
  dailies.remove()
}
