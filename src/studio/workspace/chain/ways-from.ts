import type { Draft } from '#contract/draft.ts'
import type { Generation } from '#contract/generation.ts'
import type { FactsOf, MediaFacts } from '#contract/media-ref.ts'
import type { MediaItem } from '#contract/media-item.ts'
import { videoDefaults } from '#contract/video.ts'
import { freshDraft } from '../../features/compose/fresh-draft.ts'
import { toFinal } from '../../features/compose/plan/draft-tier.ts'
import type { ShortcutName } from '../../lib/shortcuts.ts'
import { draftToReuse } from '../reuse.ts'
import { clipUses } from './clip-uses.ts'
import { pictureUses, type Use } from './picture-uses.ts'
import { reasonAgainst } from './reason-against.ts'
import type { Wanted } from './wish.ts'

/** A way on from a result. */
type Way = Wanted & {
  name: ShortcutName
  label: string
  note?: string | undefined
  unavailable?: string | undefined
  /** It belongs to the other medium. */
  isForeign?: boolean
}

type Shown = Exclude<MediaItem, { medium: 'file' }>

/** The picture or clip that a result is shown by; `null` while there is none. */
export function shownOutput({ state, outputs }: Generation): Shown | null {
  const output = outputs.find(({ medium }) => medium !== 'file')
  return state === 'completed' && output && output.medium !== 'file' ? output : null
}

const factsOfItem = (item: Shown): MediaFacts => {
  const { sha256: _hash, media_type: _type, thumbhash: _small, ...facts } = item
  return facts
}

/** Knows this one and nothing else, so that no rule speaks about anything else. */
const factsOfOne =
  (id: string, item: Shown): FactsOf =>
  (ref) =>
    'generation_id' in ref && ref.generation_id === id ? factsOfItem(item) : undefined

/** From a draft at 360p to the same request at full size. */
function finalWay(record: Generation): Way[] {
  const draft = draftToReuse(record)
  if (draft.video?.resolution !== '360p') return []
  const final = toFinal(draft, videoDefaults.resolution)
  if (!final) return []
  return [
    {
      name: 'makeFinal',
      label: 'Make it final',
      note: final.changes.join('. '),
      wish: () => final.draft,
      origin: { id: record.id, step: 'final' },
    },
  ]
}

const isHdr = ({ request }: Generation) =>
  request.type.startsWith('video') && 'video' in request && (request as Draft).video?.hdr === true

const foreign = (uses: readonly Use[]): Way[] =>
  uses.map(({ name, label }) => ({
    name,
    label,
    unavailable: `Only a clip can be ${name === 'reframe' ? 'reframed' : 'extended'}.`,
    isForeign: true,
    wish: (current) => current,
  }))

/**
 * The ways on from a result, each only where the API allows it beside what is being written
 * (`current`), or with the reason why not.
 */
export function waysFrom(record: Generation, current: Draft = freshDraft.image): Way[] {
  const item = shownOutput(record)
  if (!item) return []
  const ref = { generation_id: record.id }
  const factsOf = factsOfOne(record.id, item)
  const ready = (uses: readonly Use[]): Way[] =>
    uses.map(({ name, label, at, wishFor }) => {
      const wish = wishFor(ref)
      const isExtension = name === 'extendForward' || name === 'extendBackward'
      const unavailable = reasonAgainst(wish(current), at, factsOf)
      const note = isExtension && isHdr(record) ? 'What is added is SDR.' : undefined
      return { name, label, wish, note, unavailable }
    })
  if (item.medium === 'image') {
    const others = clipUses(item).filter(({ name }) => name !== 'edit')
    return [...ready(pictureUses), ...foreign(others)]
  }
  return [...finalWay(record), ...ready(clipUses(item))]
}
