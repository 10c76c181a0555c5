import { withdrawnCode } from '#contract/generation.ts'
import type { Tile } from '#contract/wall.ts'
import { startOf } from '../../lib/start-of.ts'
import { stateWords } from '../../lib/state-words.ts'

type Named = Pick<Tile, 'type' | 'words' | 'state'> &
  Partial<Pick<Tile, 'set' | 'failure_code' | 'stars' | 'favourite' | 'review'>>

const reviewWords = { pick: 'picked', reject: 'rejected', review: 'to be looked at again' }

/** `Image 2 of 6, rendering: red fox in the snow`, and what somebody thought of it. */
export function tileName(tile: Named): string {
  const { type, words, state, set, failure_code, stars, favourite, review } = tile
  const kind = type.startsWith('video') ? 'Video' : 'Image'
  const place = set ? ` ${set.position} of ${set.size}` : ''
  const said = failure_code === withdrawnCode ? 'taken back' : stateWords(state).toLowerCase()
  const word = state === 'completed' ? '' : `, ${said}`
  const marks = [
    stars ? `${stars} ${stars === 1 ? 'star' : 'stars'}` : '',
    favourite ? 'favourite' : '',
    review ? reviewWords[review] : '',
  ].filter(Boolean)
  return `${kind}${place}${word}: ${startOf(words)}${marks.length ? ` (${marks.join(', ')})` : ''}`
}
