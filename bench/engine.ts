import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVideoDecoder } from '#engine/media/video-decoder.ts'
import { openVideoEncoder } from '#engine/media/video-encoder.ts'
import { type Case, mediaCases, plainCases } from './cases.ts'
import { type Cost, costOf, renderCost } from './render-cost.ts'

const rounds = 3
const seed = 7
const folder = mkdtempSync(join(tmpdir(), 'dailies-bench-'))
const wanted = process.argv.slice(2)

/** The least it could take: the same frames decoded and encoded, with nothing drawn. */
const floorOf = (path: string): Promise<Cost> =>
  costOf(async () => {
    const decoder = await openVideoDecoder(path)
    const { width, height, rate } = decoder
    const target = join(folder, 'floor.mp4')
    const encoder = await openVideoEncoder({ path: target, width, height, rate, keyInterval: 12 })
    for (;;) {
      const i420 = await decoder.read()
      if (!i420) break
      await encoder.write(i420)
    }
    await encoder.close()
    await decoder.close()
  }, rounds)

const s = (seconds: number) => `${seconds.toFixed(2)} s`.padStart(9)

async function measure({ name, request, media }: Case, n: number) {
  const job = { id: `job-${n}`, request, seed, media }
  const { warm, coldS, peakMb, folder: own, rendered } = await renderCost(job, folder, rounds)
  const [main] = rendered.outputs
  const path = join(own, main?.name ?? '')
  const floor = main?.type === 'video' ? await floorOf(path) : null
  const ratios = floor
    ? `${s(floor.wallS)}${s(floor.cpuS)} ${(warm.wallS / floor.wallS).toFixed(1).padStart(6)}× ${(warm.cpuS / floor.cpuS).toFixed(1).padStart(5)}×`
    : ''
  console.log(
    `${name.padEnd(22)}${s(warm.wallS)}${s(warm.cpuS)}${s(coldS)} ${peakMb.toFixed(0).padStart(5)} MB ${ratios}`,
  )
  return { path, media_type: main?.media_type ?? '', facts: main?.facts, request }
}

console.log(`${availableParallelism()} cores, Node ${process.versions.node}, median of ${rounds}`)
console.log(
  '5 s clips                  wall      cpu     cold      peak    floor      cpu    wall    cpu',
)
const isWanted = ({ name }: Case) => wanted.length === 0 || wanted.some((w) => name.includes(w))
let drawn = 0
let clip: Parameters<typeof mediaCases>[1] | undefined
for (const one of plainCases) {
  if (!isWanted(one) && one.name !== 'video 720p') continue
  const { path, media_type, facts, request } = await measure(one, (drawn += 1))
  if (one.name === 'video 720p' && facts)
    clip = { path, media_type, facts, made: { request, seed } }
}
for (const one of clip ? await mediaCases(folder, clip) : []) {
  if (isWanted(one)) await measure(one, (drawn += 1))
}
rmSync(folder, { recursive: true, force: true })
