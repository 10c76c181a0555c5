import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { everything } from '#contract/find.ts'
import { openCatalogueDesk } from './catalogue.fixture.ts'
import { commonBeginnings } from './common-beginnings.ts'

const desk = openCatalogueDesk()
afterAll(() => desk.close())

const vocabulary = ['fox', 'foxes', 'snow', 'snowy', 'night', 'red']
const prompts = fc.array(
  fc
    .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(' ')),
  { minLength: 1, maxLength: 80 },
)
const asked = fc.array(
  fc.record({
    text: fc.constantFrom('f', 'fox', 'sno', 'snow', 're', 'nothing'),
    isNot: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
)

describe('words on the wall', () => {
  it('find what a plain look at every prompt would find, ruled out words whole', () =>
    fc.assert(
      fc.asyncProperty(prompts, asked, (texts, terms) =>
        desk.ofPrompts(texts, async (catalogue) => {
          const q = terms.map(({ text, isNot }) => `${isNot ? '-' : ''}${text}`).join(' ')
          const wall = await catalogue.wall({ ...everything, q })
          const plain = texts.flatMap((prompt, index) => {
            const words = prompt.split(' ')
            const fits = terms.every(({ text, isNot }) =>
              isNot ? !words.includes(text) : words.some((word) => word.startsWith(text)),
            )
            return fits ? [index + 1] : []
          })
          expect([...wall.seqs].toSorted((a, b) => a - b)).toEqual(plain)
        }),
      ),
      { numRuns: 40 },
    ))

  it('put what fits best first, unless another order is asked for', () =>
    desk.ofPrompts(
      ['fox fox fox', 'a fox in a long sentence about night and snow', 'night'],
      async (catalogue) => {
        const best = await catalogue.wall({ ...everything, q: 'fox' })
        expect({ ...best, seqs: [...best.seqs] }).toMatchObject({
          ranked: true,
          seqs: [1, 2],
          sections: [],
        })
        const oldest = await catalogue.wall({ ...everything, q: 'fox', sort: 'oldest' })
        expect(oldest.ranked).toBe(false)
      },
    ))

  it('find what came after the same words were searched for', () =>
    desk.ofPrompts(['a fox'], async (catalogue, add) => {
      expect((await catalogue.wall({ ...everything, q: 'fox' })).total).toBe(1)
      await catalogue.touch([add('another fox')])
      expect((await catalogue.wall({ ...everything, q: 'fox' })).total).toBe(2)
    }))
})

it('knows which beginnings stand in a good share of prompts', () => {
  const found = commonBeginnings(['in snow', 'in sun', 'night'], 0.6)
  expect(found.toSorted()).toEqual(['"i" *', '"in"', '"in" *', '"s" *'])
})
