import { everything, type Find, writeFind } from '#contract/find.ts'
import { aspectCode, type WallList } from '#contract/wall.ts'
import type { Expected } from '../../api/expected.ts'
import { aspectOf } from './aspect-of.ts'

/** What was submitted here and the list does not have yet, then the list. Places count from 0. */
export type ShownList = {
  heads: readonly Expected[]
  list: WallList
  total: number
  aspects: Uint16Array
  /** What names a place; of what has no seq yet a number that no seq reaches. */
  seqAt(place: number): number | undefined
  /** -1 where it is not shown. */
  placeOf(seq: number): number
  /** The same before and after a submission got its seq. */
  keyOf(seq: number): number
}

/** Standing for a seq begins here. */
const firstStandIn = 4_000_000_000

/** Whether the server knows it, so that it can be chosen. */
export const isAccepted = (seq: number | undefined): seq is number =>
  seq !== undefined && seq < firstStandIn

const isUsual = (find: Find) => writeFind(find).size === writeFind(everything).size

export function shownList(list: WallList, expected: readonly Expected[], find: Find): ShownList {
  const newest =
    expected.length && isUsual(find) ? list.seqs.reduce((a, b) => Math.max(a, b), 0) : 0
  const heads = isUsual(find)
    ? expected.filter(({ record }) => record.seq === 0 || record.seq > newest)
    : []
  const places = new Map(expected.map(({ place, record }) => [record.seq, place]))
  const seqs = new Map(expected.map(({ place, record }) => [place, record.seq]))
  return {
    heads,
    list,
    total: heads.length + list.total,
    aspects: heads.length ? withHeads(heads, list.aspects) : list.aspects,
    seqAt(place) {
      const head = heads[place]
      return head ? head.record.seq || head.place : list.seqs[place - heads.length]
    },
    placeOf(seq) {
      const head = heads.findIndex(({ place, record }) => place === seq || record.seq === seq)
      if (head >= 0) return head
      const at = list.seqs.indexOf(seqs.get(seq) || seq)
      return at < 0 ? -1 : at + heads.length
    },
    keyOf: (seq) => places.get(seq) ?? seq,
  }
}

function withHeads(heads: readonly Expected[], aspects: Uint16Array) {
  const all = new Uint16Array(heads.length + aspects.length)
  all.set(heads.map(({ record }) => aspectCode(aspectOf(record))))
  all.set(aspects, heads.length)
  return all
}
