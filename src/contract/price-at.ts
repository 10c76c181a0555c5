import type { MediaFacts } from './media-ref.ts'
import { type Price, priceOf, priceTable } from './price.ts'
import type { GenerationRequest } from './request.ts'
import type { VideoResolution } from './video.ts'

const blockS = 5
const mostBlocks = 120

const lasting = (duration_s: number): MediaFacts => ({ medium: 'video', duration_s })

function* sourcesThatMayBe(request: GenerationRequest, { usd }: Price) {
  yield undefined
  if (request.type === 'video') yield lasting(blockS)
  if (request.type === 'video_edit') {
    for (let blocks = 1; blocks <= mostBlocks; blocks += 1) yield lasting(blocks * blockS)
  }
  if (request.type === 'video_reframe') {
    const cell = priceTable.reframePerSecond[request.video?.resolution ?? '720p']
    yield lasting(usd / Number(String(cell).replace('~', '')))
  }
}

/**
 * US dollars that the same request costs at another resolution, from what it cost: that price tells what its
 * sources were, which may be gone by now. `null` when no table has such a price.
 */
export function priceAt(
  request: Exclude<GenerationRequest, { type: 'image' | 'image_edit' }>,
  cost: Price,
  resolution: VideoResolution,
): number | null {
  const other = { ...request, video: { ...request.video, resolution } } as GenerationRequest
  for (const facts of sourcesThatMayBe(request, cost)) {
    const found = priceOf(request, () => facts)
    if (found?.usd !== cost.usd || found.estimate !== cost.estimate) continue
    return priceOf(other, () => facts)?.usd ?? null
  }
  return null
}
