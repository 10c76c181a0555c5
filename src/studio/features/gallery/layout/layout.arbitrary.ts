import fc from 'fast-check'

/** Shapes from a strip 1:4 to a strip 4:1, in thousandths, and walls of any width. */
export const wallArbitrary = fc.record({
  aspects: fc
    .array(fc.integer({ min: 250, max: 4000 }), { maxLength: 400 })
    .map((values) => Uint16Array.from(values)),
  terms: fc.record({
    width: fc.integer({ min: 320, max: 4000 }),
    targetHeight: fc.integer({ min: 80, max: 480 }),
    gap: fc.integer({ min: 0, max: 8 }),
  }),
})
