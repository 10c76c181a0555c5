import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRenderClient } from '#engine/render-client.ts'
import type { Rendered, RenderJob } from '#engine/render/renderer.ts'

export type Cost = { wallS: number; cpuS: number }

/** User and system seconds of a process so far; Linux only. */
function cpuOf(pid: number): number {
  const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(ticks[11]) + Number(ticks[12])) / 100
}

function peakOf(pid: number): number {
  const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

/** The middle one by wall time. */
const median = (costs: readonly Cost[]): Cost =>
  costs.toSorted((a, b) => a.wallS - b.wallS)[costs.length >> 1] ?? { wallS: NaN, cpuS: NaN }

/** Wall and CPU seconds of some work, the CPU seconds those of process `pid`. */
async function spent(pid: () => number, work: () => Promise<unknown>): Promise<Cost> {
  const started = performance.now()
  const before = cpuOf(pid())
  await work()
  return { wallS: (performance.now() - started) / 1000, cpuS: cpuOf(pid()) - before }
}

export async function costOf(work: () => Promise<unknown>, rounds: number): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < rounds; round += 1) costs.push(await spent(() => process.pid, work))
  return median(costs)
}

type Measured = { warm: Cost; coldS: number; peakMb: number; folder: string; rendered: Rendered }

/** A job drawn in a render process of its own: once cold, then `rounds` times warm. */
export async function renderCost(
  job: Omit<RenderJob, 'folder'>,
  below: string,
  rounds: number,
): Promise<Measured> {
  const client = createRenderClient()
  const { signal } = new AbortController()
  const folder = mkdtempSync(join(below, 'job-'))
  const draw = () => {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    return client.render({ ...job, folder }, () => undefined, signal)
  }
  const started = performance.now()
  const rendered = await draw()
  const coldS = (performance.now() - started) / 1000
  const pid = () => client.pid ?? process.pid
  const warm: Cost[] = []
  for (let round = 0; round < rounds; round += 1) warm.push(await spent(pid, draw))
  const peakMb = peakOf(pid())
  await client.close()
  return { warm: median(warm), coldS, peakMb, folder, rendered }
}
