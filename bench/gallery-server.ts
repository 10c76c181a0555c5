import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeWall } from '#contract/wall.ts'
import { startDailies } from '../e2e/dailies-process.ts'

/**
 * The gallery's answers at the server: `npm run bench -- gallery-server [--million]` seeds folders
 * of its own; with DAILIES_DATA a seeded one is measured. The floor is a health check, asked in
 * turn with what is measured.
 */
const typed = [
  'fox in the snow',
  'lighthouse keeper fog',
  '"golden hour" -watercolour',
  'red kite beach',
  'neon alley rain',
  'cello, close-up',
  'slow push in',
  'old -lighthouse moon',
  'spaceship Behel',
  'horse "in the harbour"',
]
/** What was typed after each letter. */
const asTyped = typed.flatMap((words) =>
  Array.from({ length: words.length }, (_, end) => words.slice(0, end + 1)),
)
const finds = [
  'type=image',
  'type=video&stars=4&stars=5',
  'review=none&tag=hero',
  'state=failed',
  'sort=price',
  'sort=duration',
  'sort=stars&favourite=yes',
  'sort=oldest&stacks=1',
  'trash=1',
  'sort=type',
]
const rounds = 8

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0
const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(11)
const titles = ['p50', 'p95', 'most', 'processor']
const row = (name: string, values: readonly number[], cpuMs?: number) =>
  console.log(
    [
      `${name} (${values.length})`.padEnd(42),
      ...[0.5, 0.95, 1].map((share) => ms(at(values, share))),
      cpuMs === undefined ? '' : ms(cpuMs),
    ].join(''),
  )
const sleep = (pauseMs: number) => new Promise((resolve) => setTimeout(resolve, pauseMs))

const rssMb = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const repeated = <T>(values: readonly T[]) => Array.from({ length: rounds }, () => values).flat()

/** Milliseconds of processor that a process has used, in steps of 10. */
function cpuMsOf(pid: number | undefined) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function measure(data: string) {
  const empty = await startDailies()
  await (await fetch(`${empty.url}/api/wall`)).arrayBuffer()
  const floorMb = rssMb(empty.pid())
  await empty.stop()
  empty.remove()

  const server = await startDailies({ DAILIES_DATA: data })
  const floor: number[] = []
  const ask = async (path: string) => {
    const started = performance.now()
    const answer = await fetch(`${server.url}${path}`)
    const bytes = await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return { tookMs: performance.now() - started, bytes }
  }
  const timed = async (path: string) => {
    floor.push((await ask('/api/health')).tookMs)
    return (await ask(path)).tookMs
  }
  const many = async (name: string, paths: readonly string[]) => {
    const found: number[] = []
    const before = cpuMsOf(server.pid())
    for (const path of paths) found.push(await timed(path))
    row(name, found, (cpuMsOf(server.pid()) - before) / found.length)
  }
  /** Until it has nothing to do by itself. */
  const rest = async () => {
    for (let before = -100; cpuMsOf(server.pid()) - before > 30; await sleep(500)) {
      before = cpuMsOf(server.pid())
      await sleep(500)
    }
  }

  const loading: number[] = []
  const started = performance.now()
  const first = ask('/api/wall')
  const pause = async () => {
    loading.push((await ask('/api/health')).tookMs)
    await sleep(5)
    return null
  }
  let answer: Awaited<typeof first> | null = null
  while (!answer) answer = await Promise.race([first, pause()])
  const wall = decodeWall(answer.bytes)
  const loadedS = (performance.now() - started) / 1000

  console.log(
    `\n${wall.total.toLocaleString('en')} on the wall; ${availableParallelism()} cores, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`from the first answer of the server to the first list: ${loadedS.toFixed(2)} s`)
  console.log(`${''.padEnd(42)}${titles.map((title) => title.padStart(11)).join('')}`)
  row('health while it loads', loading)
  await rest()
  const searches = asTyped.map((q) => `/api/wall?${new URLSearchParams({ q })}`)
  await many('search as typed, first time', searches)
  await many('search as typed, again', searches)
  await many(
    'search as typed, among pictures',
    searches.map((search) => `${search}&type=image`),
  )
  await many('list of everything', repeated(['/api/wall', '/api/wall', '/api/wall']))
  await many('list filtered or sorted', repeated(finds.map((find) => `/api/wall?${find}`)))
  const places = Array.from({ length: 20 }, (_, nth) =>
    Math.floor((((nth * 0.618034) % 1) * (wall.total - 100)) | 0),
  )
  const jumps = places.map((from) => `/api/tiles?seqs=${wall.seqs.slice(from, from + 100)}`)
  await many('jump: 100 tiles at random places', repeated(jumps))
  await many('facets of everything', repeated(['/api/facets', '/api/facets', '/api/facets']))
  await many('facets, filtered', repeated(finds.map((find) => `/api/facets?${find}`)))
  await many(
    'facets, beside words',
    searches.map((search) => search.replace('wall', 'facets')),
  )
  row('floor: health', floor)
  console.log(
    `memory ${rssMb(server.pid()).toFixed(0)} MB; with an empty folder ${floorMb.toFixed(0)} MB`,
  )
  await server.stop()
  server.remove()
}

const given = process.env.DAILIES_DATA
if (given) await measure(given)
else {
  const counts = process.argv.includes('--million') ? [100_000, 1_000_000] : [100_000]
  for (const count of counts) {
    const data = mkdtempSync(join(tmpdir(), 'dailies-seeded-'))
    try {
      const env = { ...process.env, DAILIES_DATA: data }
      execFileSync('node', ['scripts/seed.mjs', String(count)], { env, stdio: 'inherit' })
      await measure(data)
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  }
}
