import fc from 'fast-check'

/** The grids of the contract, and a short clip to be edited. */
const lasts = [120, 240, 7]

/** Up to 64 anchors (or a full grid) in any order of the list, and some of them picked. */
export const anchoredGrid = fc.constantFrom(...lasts).chain((last) => {
  const all = Array.from({ length: last + 1 }, (_, frame) => frame)
  const some = fc
    .integer({ min: 1, max: Math.min(64, last + 1) })
    .chain((count) => fc.shuffledSubarray(all, { minLength: count, maxLength: count }))
  const frames = fc.oneof(
    { weight: 5, arbitrary: some },
    fc.constant(all.slice(0, 64)),
    fc.constant(all),
  )
  return frames.chain((list) =>
    fc.record({
      last: fc.constant(last),
      frames: fc.constant(list),
      picked: fc
        .subarray(list.map((_, index) => index))
        .map((indexes): ReadonlySet<number> => new Set(indexes)),
    }),
  )
})
