import type { FactsOf } from './media-ref.ts'
import { nothingKnown } from './media-ref.ts'
import type { GenerationRequest } from './request.ts'
import { modelOf } from './request.ts'
import { durationS, videoDefaults, type VideoResolution } from './video.ts'

/** US dollars per resolution; `~` marks a cell derived from its neighbours, not published. */
type Cell = number | `~${number}` | null
type Row = Record<VideoResolution, Cell>

const row = (p360: Cell, p540: Cell, p720: Cell, p1080: Cell): Row => ({
  '360p': p360,
  '540p': p540,
  '720p': p720,
  '1080p': p1080,
})

/** Luma's pay-as-you-go prices as its guides gave them from July to September 2026. */
export const priceTable = {
  asOf: '2026-09',
  image: {
    'uni-1': { plain: 0.0404, withOne: 0.0434, eachMore: 0.003 },
    'uni-1-max': { plain: 0.1, withOne: 0.103, eachMore: 0.003 },
  },
  video: {
    sdr5: row(0.06, 0.15, 0.3, 1.2),
    sdr10: row('~0.18', 0.45, 0.9, 3.6),
    hdr5: row(null, null, 0.6, 2.4),
    hdrExr5: row(null, null, 0.9, 3.6),
    extension: row('~0.06', 0.15, 0.3, 1.2),
  },
  edit: {
    sdr5: row('~0.54', 0.72, 1.08, 2.16),
    sdr10: row('~1.08', 1.44, 2.16, 4.32),
    hdr5: row(1.08, '~1.44', '~2.16', 4.32),
    hdrExr5: row(1.62, '~2.16', '~3.24', 6.48),
  },
  reframePerSecond: row(0.03, 0.06, 0.12, 0.36),
} as const

export type Price = { usd: number; estimate: boolean }

const roundUsd = (usd: number) => Math.round(usd * 10_000) / 10_000

function fromCell(cell: Cell, times = 1, estimate = false): Price | null {
  if (cell === null) return null
  const isDerived = typeof cell === 'string'
  const usd = isDerived ? Number(cell.slice(1)) : cell
  return { usd: roundUsd(usd * times), estimate: estimate || isDerived }
}

type Of<T extends GenerationRequest['type']> = Extract<GenerationRequest, { type: T }>

function imagePrice(request: Of<'image' | 'image_edit'>): Price {
  const { plain, withOne, eachMore } = priceTable.image[modelOf(request) as 'uni-1' | 'uni-1-max']
  const pictures = (request.image_ref?.length ?? 0) + (request.type === 'image_edit' ? 1 : 0)
  const usd = pictures === 0 ? plain : withOne + eachMore * (pictures - 1)
  return { usd: roundUsd(usd), estimate: false }
}

function videoPrice({ video }: Of<'video'>, factsOf: FactsOf): Price | null {
  const resolution = video?.resolution ?? videoDefaults.resolution
  const anchors = [video?.start_frame, video?.end_frame]
  if (anchors.some((ref) => ref && factsOf(ref)?.medium === 'video')) {
    return fromCell(priceTable.video.extension[resolution])
  }
  const isTen = durationS(video?.duration ?? videoDefaults.duration) === 10
  const { sdr5, sdr10, hdr5, hdrExr5 } = priceTable.video
  if (video?.hdr) return isTen ? null : fromCell((video.exr_export ? hdrExr5 : hdr5)[resolution])
  return fromCell((isTen ? sdr10 : sdr5)[resolution])
}

/** Up to 5 s bill as 5 s, up to 10 s as 10 s; longer sources are guessed per 5 s block. */
function editPrice({ video, source }: Of<'video_edit'>, factsOf: FactsOf): Price | null {
  const seconds = factsOf(source)?.duration_s
  const resolution = video?.resolution ?? videoDefaults.resolution
  const { sdr5, sdr10, hdr5, hdrExr5 } = priceTable.edit
  const blocks = Math.max(1, Math.ceil((seconds ?? 5) / 5 - 1e-6))
  const isGuess = seconds === undefined || blocks > 2
  if (video?.hdr) {
    const cell = (video.exr_export ? hdrExr5 : hdr5)[resolution]
    return fromCell(cell, blocks, isGuess || blocks > 1)
  }
  return blocks === 2
    ? fromCell(sdr10[resolution], 1, isGuess)
    : fromCell(sdr5[resolution], blocks, isGuess)
}

function reframePrice({ video, source }: Of<'video_reframe'>, factsOf: FactsOf): Price | null {
  const seconds = factsOf(source)?.duration_s
  if (seconds === undefined) return null
  return fromCell(
    priceTable.reframePerSecond[video?.resolution ?? videoDefaults.resolution],
    seconds,
  )
}

/** What Luma asks for a request; `null` when the table or the source's length cannot tell. */
export function priceOf(request: GenerationRequest, factsOf: FactsOf = nothingKnown): Price | null {
  switch (request.type) {
    case 'image':
    case 'image_edit':
      return imagePrice(request)
    case 'video':
      return videoPrice(request, factsOf)
    case 'video_edit':
      return editPrice(request, factsOf)
    case 'video_reframe':
      return reframePrice(request, factsOf)
  }
}
