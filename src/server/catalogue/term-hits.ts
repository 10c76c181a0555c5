import { setImmediate as breathe } from 'node:timers/promises'
import type { CatalogueRows } from '../store/catalogue-rows.ts'
import { type Bits, bitsFor, setBit } from './bits.ts'

type Entry = { bits: Bits; upTo: number; count: number; reading: Promise<unknown> }
export type TermHits = { bits: Bits; count: number }

/** Hits that are read before others get their turn. */
const atOnce = 65_536
const keptBytes = 64 * 1024 * 1024

/**
 * Which prompts have a term. Prompts never change, so what was found once stays and only what came
 * since is searched; terms that were asked for last are kept.
 */
export function createTermHits(rows: Pick<CatalogueRows, 'matching'>, last: () => number) {
  const kept = new Map<string, Entry>()

  async function readOn(entry: Entry, match: string) {
    const end = last()
    if (entry.upTo >= end) return
    const bits = bitsFor(end)
    bits.set(entry.bits)
    let { count } = entry
    for (let after = entry.upTo; ;) {
      const found = await rows.matching(match, after, atOnce)
      for (const seq of found) {
        if (seq > end) break
        setBit(bits, seq)
        count += 1
      }
      after = found.at(-1) ?? end
      if (found.length < atOnce || after >= end) break
      await breathe()
    }
    Object.assign(entry, { bits, count, upTo: end })
  }

  function forgetOldest() {
    let bytes = 0
    for (const [match, { bits }] of [...kept].toReversed()) {
      bytes += bits.byteLength + 200
      if (bytes > keptBytes) kept.delete(match)
    }
  }

  return async (match: string): Promise<TermHits> => {
    const entry = kept.get(match) ?? {
      bits: bitsFor(0),
      upTo: 0,
      count: 0,
      reading: Promise.resolve(),
    }
    kept.delete(match)
    kept.set(match, entry)
    const isStale = entry.upTo < last()
    if (isStale)
      entry.reading = entry.reading.catch(() => undefined).then(() => readOn(entry, match))
    await entry.reading
    if (isStale) forgetOldest()
    return { bits: entry.bits, count: entry.count }
  }
}
