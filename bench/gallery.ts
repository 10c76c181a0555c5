import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { startDailies } from '../e2e/dailies-process.ts'
import { launchOptions } from '../e2e/launch-options.ts'

/**
 * The wall in Chromium at 1440 × 900 over a seeded data folder: `npm run seed -- 100000` into
 * `DAILIES_DATA`, then `DAILIES_DATA=… npm run bench -- gallery`. Needs the built page. The floor
 * is the same page over an empty folder: what a page costs that has nothing to show. `DPR` is the
 * device pixel ratio, `SIZE` how high the rows of tiles are, as the slider has it.
 */
const seeded = process.env.DAILIES_DATA
if (!seeded || !existsSync(join(seeded, 'dailies.sqlite'))) {
  throw new Error('Seed a folder first and name it in DAILIES_DATA.')
}
const scale = Number(process.env.DPR ?? 1)
const size = Number(process.env.SIZE ?? 240)
const say = (line: string) => process.stdout.write(`${line}\n`)
const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0
const told = (values: readonly number[]) =>
  `median ${at(values, 0.5).toFixed(0)}, p95 ${at(values, 0.95).toFixed(0)}, most ${at(values, 1).toFixed(0)} ms`

const browser = await chromium.launch(launchOptions('--enable-precise-memory-info'))

/** Counts in the page from its first moment: first pictures, long tasks, nodes of the grid. */
const watch = `
  globalThis.__name = (value) => value
  globalThis.seen = { firstTiles: null, tasks: [], nodes: 0 }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  const grid = () => document.querySelector('ul[aria-label="Generations"]')
  const tick = () => {
    const list = grid()
    if (list) {
      seen.nodes = Math.max(seen.nodes, list.querySelectorAll('*').length)
      const shown = [...list.querySelectorAll('img')].filter((img) => img.complete && img.naturalWidth)
      if (seen.firstTiles === null && shown.length >= 6) seen.firstTiles = performance.now()
    }
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  /** Tiles whose middle is in sight and that show nothing yet: neither a picture nor words. */
  globalThis.blank = () => {
    const box = document.querySelector('[data-scroller]').getBoundingClientRect()
    const inSight = [...grid().children].filter((tile) => {
      const { top, bottom } = tile.getBoundingClientRect()
      return (top + bottom) / 2 > box.top && (top + bottom) / 2 < box.bottom
    })
    const isShown = (tile) => {
      const img = tile.querySelector('img')
      return img ? img.complete && img.naturalWidth > 0 : tile.textContent.trim() !== ''
    }
    return { inSight: inSight.length, blank: inSight.filter((tile) => !isShown(tile)).length }
  }
`

type Seen = {
  firstTiles: number | null
  tasks: { startTime: number; duration: number }[]
  nodes: number
}
const seenIn = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)

async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** Goes to a place by the scroll bar and says how long after it stood still all tiles were shown. */
const settle = (page: Page, share: number) =>
  page.evaluate(async (to) => {
    const look = (globalThis as unknown as { blank: () => { inSight: number; blank: number } })
      .blank
    const box = document.querySelector('[data-scroller]')!
    box.scrollTop = (box.scrollHeight - box.clientHeight) * to
    const started = performance.now()
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { inSight, blank: missing } = look()
      const passed = performance.now() - started
      if ((inSight > 0 && missing === 0) || passed > 5000) return passed
    }
  }, share)

/** One end to the other in many steps, as a flung finger or a pulled scroll bar does. */
const fling = (page: Page, steps: number) =>
  page.evaluate(async (count) => {
    const box = document.querySelector('[data-scroller]')!
    for (let step = 0; step <= count; step += 1) {
      box.scrollTop = ((box.scrollHeight - box.clientHeight) * step) / count
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, steps)

async function measure(name: string, data: string) {
  const dailies = await startDailies({ DAILIES_DATA: data })
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: scale,
  })
  const cdp = await page.context().newCDPSession(page)
  await page.addInitScript(watch)
  try {
    const started = performance.now()
    await (await fetch(`${dailies.url}/api/wall`)).arrayBuffer()
    const readyMs = performance.now() - started
    say(`${name}: the server had read its rows ${readyMs.toFixed(0)} ms after it listened`)
    await page.goto(`${dailies.url}/?panel=wall&size=${size}`)
    await page.waitForTimeout(4000)
    const first = await seenIn(page)
    say(`${name}: first six pictures ${first.firstTiles?.toFixed(0) ?? 'never'} ms after the start`)
    say(`${name}: heap ${(await heapMb(cdp)).toFixed(1)} MB at rest`)
    if (first.firstTiles === null) return

    const before = (await seenIn(page)).tasks.length
    await fling(page, 400)
    await page.waitForTimeout(500)
    const flung = (await seenIn(page)).tasks.slice(before).map(({ duration }) => duration)
    const worst = Math.max(0, ...flung)
    say(
      `${name}: flung end to end in 400 frames: ${flung.length} long tasks, worst ${worst.toFixed(0)} ms`,
    )
    await page.mouse.move(900, 500)
    const wheeled = (await seenIn(page)).tasks.length
    for (let turn = 0; turn < 150; turn += 1) await page.mouse.wheel(0, -1500)
    await page.waitForTimeout(500)
    const turned = (await seenIn(page)).tasks.slice(wheeled).map(({ duration }) => duration)
    say(
      `${name}: 150 turns of the wheel: ${turned.length} long tasks, worst ${Math.max(0, ...turned).toFixed(0)} ms`,
    )

    const waits: number[] = []
    for (let place = 0; place < 20; place += 1) {
      waits.push(await settle(page, ((place * 0.618034) % 1) * 0.98 + 0.01))
      await page.waitForTimeout(150)
    }
    say(`${name}: all tiles shown after a jump to 20 places: ${told(waits)}`)
    const { nodes, tasks } = await seenIn(page)
    say(`${name}: most nodes in the grid ${nodes}; long tasks in all ${tasks.length}`)
    say(`${name}: heap ${(await heapMb(cdp)).toFixed(1)} MB after all that`)
  } finally {
    await page.close()
    await dailies.stop()
    dailies.remove()
  }
}

const empty = mkdtempSync(join(tmpdir(), 'dailies-bench-empty-'))
try {
  say(`Load before: ${loadavg()[0]?.toFixed(1)}; device pixel ratio ${scale}`)
  await measure('empty', empty)
  await measure('seeded', seeded)
} finally {
  await browser.close()
  rmSync(empty, { recursive: true, force: true })
}
