import { failureCodes, type State, withdrawnCode, type World } from '#contract/generation.ts'
import { reviews } from '#contract/marks.ts'
import type { MediaFacts, MediaRef } from '#contract/media-ref.ts'
import { priceOf } from '#contract/price.ts'
import { modelOf } from '#contract/request.ts'
import { videoDefaults } from '#contract/video.ts'
import { aspectCode } from '#contract/wall.ts'
import { canonicalHash } from '#server/life/canonical-hash.ts'
import { kindOf } from '#server/life/generation-kind.ts'
import type { Chance } from './seed-chance.ts'
import type { Parent, Planned } from './seed-requests.ts'
import type { createPromptWriter } from './seed-words.ts'

type Place = { set_id: string; set_position: number; set_size: number }
type Told = { seq: number; created: number; planned: Planned; place: Place | null }

const instant = (ms: number) => new Date(ms).toISOString()

function factsOf({ link }: Planned) {
  return (ref: MediaRef): MediaFacts | null => {
    if (!link || !('generation_id' in ref)) return null
    const { medium, bytes, duration_s } = link.parent.media
    if (medium === 'file') return null
    return { medium, bytes, ...(duration_s !== null && { duration_s }) }
  }
}

/** What became of each: most are done, some failed, very few were lost or wait for money. */
function fate(chance: Chance): { state: State; failure: string | null } {
  const lot = chance.unit()
  if (lot < 0.0002) return { state: 'unknown', failure: null }
  if (lot < 0.0003) return { state: 'held', failure: null }
  if (lot < 0.055)
    return { state: 'failed', failure: chance.early([...failureCodes, withdrawnCode]) }
  return { state: 'completed', failure: null }
}

const tagNames =
  `client-a client-b moodboard hero finals draft texture portrait night day storyboard
  shot-01 shot-02 shot-03 shot-04 palette-cold palette-warm poster teaser loop test keep-style print
  hands faces crowd sky water interior exterior macro wide vertical square social deck pitch v1 v2 v3
  approved rework colour-match lookdev props costume vehicle animal food product logo type-study 夜`
    .trim()
    .split(/\s+/)

export type SeedRow = ReturnType<ReturnType<typeof createRowMaker>>

/** Whole rows, with what a person said of them. */
export function createRowMaker(
  chance: Chance,
  writer: ReturnType<typeof createPromptWriter>,
  boardIds: readonly string[],
) {
  function said(isDone: boolean, created: number) {
    const isRated = isDone && chance.is(0.3)
    return {
      favourite: isDone && chance.is(0.06) ? 1 : 0,
      stars: isRated ? chance.early([3, 4, 2, 5, 1]) : 0,
      review: isDone && chance.is(0.2) ? chance.early([...reviews]) : null,
      note: chance.is(0.02) ? writer.note() : '',
      trashed_at: chance.is(0.012) ? instant(created + 3_600_000) : null,
    }
  }

  return ({ seq, created, planned, place }: Told) => {
    const { request, ratio, media, link } = planned
    const { state, failure } = fate(chance)
    const isDone = state === 'completed'
    const world: World = chance.is(0.45) ? 'luma' : 'local'
    const isVideo = request.type.startsWith('video')
    const video = 'video' in request ? request.video : undefined
    const sent = created + 800 + chance.below(2500)
    const settled = sent + (isVideo ? 25_000 : 6_000) * (0.6 + chance.unit())
    const [width, height] = ratio.split(':').map(Number)
    const price = priceOf(request, factsOf(planned))
    const isSent = state !== 'held' && failure !== withdrawnCode
    const row = {
      seq,
      id: chance.uuid(),
      state,
      world,
      model: modelOf(request),
      kind: kindOf(request),
      request: JSON.stringify(request),
      request_hash: canonicalHash(request),
      upstream_id: isSent && state !== 'unknown' ? chance.uuid() : null,
      created_at: instant(created),
      submitted_at: isSent && state !== 'unknown' ? instant(sent) : null,
      settled_at: state === 'held' ? null : instant(settled),
      failure_code: failure,
      failure_reason: failure && `The upstream said ${failure.replaceAll('_', ' ')}.`,
      price: price && JSON.stringify(price),
      held_reason: state === 'held' ? 'over_budget' : null,
      set_id: place?.set_id ?? null,
      set_position: place?.set_position ?? null,
      set_size: place?.set_size ?? null,
      attempts: isSent ? 1 : 0,
      ratio: 'aspect_ratio' in request ? (request.aspect_ratio ?? null) : null,
      resolution: isVideo ? (video?.resolution ?? videoDefaults.resolution) : null,
      hdr: video && 'hdr' in video && video.hdr ? 1 : 0,
      aspect: isDone
        ? aspectCode((media.width ?? 1) / (media.height ?? 1))
        : aspectCode((width ?? 1) / (height ?? 1)),
      ...said(isDone, settled),
    }
    const parent: Parent | null =
      isDone && row.trashed_at === null ? { seq, id: row.id, ratio, media } : null
    return {
      row,
      parent,
      outputs: isDone ? [media.sha256] : [],
      links: link
        ? [{ child: seq, parent: link.parent.seq, step: link.step, path: link.path }]
        : [],
      tags: chance.is(0.14) ? several(tagNames, 4) : [],
      boards: chance.is(0.08) ? several(boardIds, 2) : [],
    }
  }

  function several(names: readonly string[], most: number): string[] {
    const count = 1 + chance.below(most)
    return [...new Set(Array.from({ length: count }, () => chance.early(names)))]
  }
}
