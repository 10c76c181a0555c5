import type { Find } from '#contract/find.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { Act } from '../../lib/act.ts'
import type { Selection } from './selection.ts'

export type WallProps = {
  find: Find
  /** The first item in sight, by seq; `null` is the top. */
  at: number | null
  /** Where the wall stands, told when it rests. */
  onAt: (seq: number | null) => void
  /** What is chosen, by seq. */
  selection: Selection
  onSelect: (next: Selection) => void
  /** What the keys of an item are about: the tile that has or last had the focus. */
  onActive: (seq: number | null) => void
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  /** What is open over the wall. */
  openId: string | null
  /** Looked up when a menu is opened; of all that are chosen when the tile is one of them. */
  actsOf: (seqs: readonly number[]) => Promise<readonly Act[]>
  downloadHref: (id: string) => string
  onTried: (request: GenerationRequest) => void
  /** Everything again, when nothing is found. */
  onClear: () => void
  /** Height of the rows, CSS pixels; `null` is the usual one. */
  tileSize: number | null
  layout: 'rows' | 'grid'
}
