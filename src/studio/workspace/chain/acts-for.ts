import type { Draft } from '#contract/draft.ts'
import { type Generation, isSettled, type World } from '#contract/generation.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { type Act, ofShownFrame } from '../../lib/act.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import { draftToReuse } from '../reuse.ts'
import { worded } from './keep-words.ts'
import { pictureUses, type Use } from './picture-uses.ts'
import { reasonAgainst } from './reason-against.ts'
import { shownOutput, waysFrom } from './ways-from.ts'
import type { Wanted } from './wish.ts'

/** One frame of a clip that stands in the archive. */
export type ClipFrame = { sha256: string; frame: number }

export type Chain = {
  /** What is being written. */
  current: Draft
  /** Who would answer now. */
  world: World
  goOn: (wanted: Wanted) => void
  /** Makes a picture of a frame first. */
  goOnFromFrame: (frame: ClipFrame, wantedFor: (image: MediaRef) => Wanted) => void
  sendAgain: (record: Generation) => void
  /** Which frame of an open clip is in sight; without it the edges of the clip are offered. */
  shown?: (() => ClipFrame | null) | undefined
}

const notAnotherMedium = { image: 'Not from a picture', video: 'Not from a clip' } as const

/** What the frames of a clip are offered for where it is not open. */
const edges: Partial<Record<Use['name'], { label: string; edge: 'first' | 'last' }>> = {
  useAsReference: { label: 'Use its last frame as reference', edge: 'last' },
  useAsStart: { label: 'Use its last frame as start', edge: 'last' },
  useAsEnd: { label: 'Use its first frame as end', edge: 'first' },
  addToTimeline: { label: 'Add its last frame to the timeline', edge: 'last' },
}

function frameActs(record: Generation, chain: Chain): Act[] {
  const item = shownOutput(record)
  if (item?.medium !== 'video') return []
  const { sha256, frames } = item
  return pictureUses.flatMap(({ name, label, at, wishFor }): Act[] => {
    const edge = edges[name]
    if (!chain.shown && !edge) return []
    const place = () =>
      chain.shown?.() ?? { sha256, frame: edge?.edge === 'first' ? 0 : frames - 1 }
    const nobody = { generation_id: record.id }
    return [
      {
        name,
        label: chain.shown ? label : (edge?.label ?? label),
        unavailable: reasonAgainst(wishFor(nobody)(chain.current), at, () => undefined),
        ...(chain.shown && { under: ofShownFrame }),
        run: () =>
          chain.goOnFromFrame(place(), (image) => ({
            wish: worded(wishFor(image), record),
          })),
      },
    ]
  })
}

function againAct(record: Generation, { world, sendAgain }: Chain): Act[] {
  const { state, price } = record
  if (!isSettled(state)) return []
  const usd =
    world === 'luma' && price ? `, ${price.estimate ? '~' : ''}${formatUsd(price.usd)}` : ''
  return [
    {
      name: 'again',
      label: `Run again${usd}`,
      note:
        state === 'unknown'
          ? 'The answer to the first was lost: if it arrived, both are billed.'
          : undefined,
      run: () => sendAgain(record),
    },
  ]
}

const isOpen = (act: Act) => act.under === undefined

/** Everything that can be done to go on from one generation. */
export function actsFor(record: Generation, chain: Chain): Act[] {
  const medium = shownOutput(record)?.medium ?? 'image'
  const ways = waysFrom(record, chain.current).map(({ wish, origin, isForeign, ...way }): Act => ({
    ...way,
    ...(isForeign && { under: notAnotherMedium[medium] }),
    run: () => chain.goOn(origin ? { wish, origin } : { wish: worded(wish, record) }),
  }))
  const reuse: Act = {
    name: 'reuse',
    label: 'Use these settings',
    run: () =>
      chain.goOn({
        wish: () => draftToReuse(record),
        origin: { id: record.id, step: 'settings' },
      }),
  }
  return [
    ...ways.filter(isOpen),
    ...againAct(record, chain),
    reuse,
    ...frameActs(record, chain),
    ...ways.filter((act) => !isOpen(act)),
  ]
}
