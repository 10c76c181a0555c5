import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GenerationRequest } from '#contract/request.ts'
import { type VideoResolution, videoSize } from '#contract/video.ts'
import { openVideoEncoder } from '#engine/media/video-encoder.ts'
import { PaintPool } from '#engine/render/paint-pool.ts'
import { createRenderClient } from '#engine/render-client.ts'
import { understand } from '#engine/scene/understand.ts'

const rounds = 3
const frames = 120
const words = 'A lone sailboat at dusk, fog rolling in, slow push in'
const folder = mkdtempSync(join(tmpdir(), 'dailies-bench-'))

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(await timed(work))
  return median(taken)
}

/** Peak resident memory of this process's children, MB; Linux only. */
function peakOfChildren(): number | null {
  try {
    const peaks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'))
      .filter((status) => status.includes(`PPid:\t${process.pid}\n`))
      .map((status) => Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    return Math.max(...peaks)
  } catch {
    return null
  }
}

const clipOf = (resolution: VideoResolution): GenerationRequest => ({
  type: 'video',
  prompt: words,
  aspect_ratio: '16:9',
  video: { resolution, duration: '5s' },
})

/** The least it could take: frames that are already painted, encoded alone. */
async function floorOf(resolution: VideoResolution) {
  const size = videoSize('16:9', resolution)
  const spec = understand({ prompt: words, aspect: 16 / 9, seed: 7, medium: 'video' })
  const pool = new PaintPool()
  const painted: Uint8Array[] = []
  await pool.paintClip(spec, size, frames, (_, i420) => void painted.push(i420.slice()))
  await pool.close()
  return medianOf(async () => {
    const path = join(folder, 'floor.mp4')
    const encoder = await openVideoEncoder({ path, ...size, rate: { num: 24, den: 1 }, keyInterval: 12 })
    for (const i420 of painted) await encoder.write(i420)
    await encoder.close()
  })
}

let jobs = 0
async function engineOf(request: GenerationRequest) {
  const client = createRenderClient()
  const draw = () => {
    const id = `job-${(jobs += 1)}`
    return client.render({ id, request, seed: 7, folder, media: {} }, () => {}, new AbortController().signal)
  }
  const cold = await timed(draw)
  const warm = await medianOf(draw)
  const peak = peakOfChildren()
  await client.close()
  return { cold, warm, peak }
}

const s = (seconds: number) => `${seconds.toFixed(2)} s`.padStart(8)
const mb = (megabytes: number | null) =>
  megabytes === null ? '      —' : `${megabytes.toFixed(0)} MB`.padStart(7)

console.log(`${availableParallelism()} cores, Node ${process.versions.node}, median of ${rounds}`)
console.log('                        warm     cold     peak    floor   ratio')
for (const resolution of ['360p', '540p', '720p', '1080p'] as const) {
  const { warm, cold, peak } = await engineOf(clipOf(resolution))
  const floor = await floorOf(resolution)
  const ratio = (warm / floor).toFixed(1).padStart(7)
  console.log(
    `video 5 s ${resolution.padEnd(8)} ${s(warm)} ${s(cold)} ${mb(peak)} ${s(floor)} ${ratio}`,
  )
}
for (const output_format of ['png', 'jpeg'] as const) {
  const request = { type: 'image', prompt: words, aspect_ratio: '1:1', output_format } as const
  const { warm, cold, peak } = await engineOf(request)
  console.log(`image 2048² ${output_format.padEnd(6)} ${s(warm)} ${s(cold)} ${mb(peak)}`)
}
rmSync(folder, { recursive: true, force: true })
