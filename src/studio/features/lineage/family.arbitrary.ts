import fc from 'fast-check'
import { type FamilyLink, type FamilyMember, steps } from '#contract/family.ts'

export const memberFixture = (seq: number, part: Partial<FamilyMember> = {}): FamilyMember => ({
  seq,
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  state: 'completed',
  world: 'luma',
  type: 'image',
  words: `Picture ${seq}`,
  still: null,
  outputs: 1,
  set: null,
  failure_code: null,
  favourite: false,
  stars: 0,
  review: null,
  children: 0,
  trashed: false,
  created_at: '2026-11-22T12:00:00.000Z',
  price: { usd: 0.1, estimate: false },
  ...part,
})

/** Any family of up to forty, with second parents, and links that name somebody unknown. */
export const anyFamily = fc
  .array(
    fc.record({
      parents: fc.array(fc.nat(40), { maxLength: 3 }),
      step: fc.constantFrom(...steps),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => ({
    members: list.map((_, index) => memberFixture(index + 1)),
    links: list.flatMap(({ parents, step }, index) =>
      parents.map((parent): FamilyLink => ({ parent, child: index + 1, step, frame: null })),
    ),
  }))
