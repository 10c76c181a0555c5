import { gridLayout } from '../src/studio/features/gallery/layout/grid-layout.ts'
import { justifiedLayout } from '../src/studio/features/gallery/layout/justified-layout.ts'

/** How long it takes to lay out the wall: `npm run bench -- layout`. */
const shapes = [1778, 563, 1000, 1333, 750, 2333, 429, 1500]
const terms = { width: 1060, targetHeight: 240, gap: 4 }
const say = (line: string) => process.stdout.write(`${line}\n`)

for (const total of [10_000, 100_000, 1_000_000]) {
  const aspects = Uint16Array.from({ length: total }, (_, place) => {
    return shapes[(place * 2_654_435_761) % shapes.length] as number
  })
  const times: number[] = []
  for (let turn = 0; turn < 15; turn += 1) {
    const before = performance.now()
    justifiedLayout(aspects, terms)
    times.push(performance.now() - before)
  }
  const layout = justifiedLayout(aspects, terms)
  const before = performance.now()
  for (let look = 0; look < 1000; look += 1) {
    const first = layout.rowAt((layout.height * look) / 1000)
    for (let row = first; row < Math.min(layout.rows, first + 8); row += 1) layout.boxesOf(row)
  }
  const looks = performance.now() - before
  const [first] = times
  const median = times.toSorted((a, b) => a - b)[7]
  say(
    `${total} in rows: first ${first?.toFixed(2)} ms, median ${median?.toFixed(2)} ms; ${layout.rows} rows, ${layout.height} px; 1000 sights ${looks.toFixed(1)} ms`,
  )
  const gridBefore = performance.now()
  gridLayout(total, terms)
  say(`${total} in a grid: ${(performance.now() - gridBefore).toFixed(3)} ms`)
}
