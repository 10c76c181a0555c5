import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alternativeCount,
  alternativesOf,
  promptFor,
  withGroups,
  withoutGroups,
} from './alternatives.ts'
import { parseAlternatives } from './parse-alternatives.ts'

const texts = (prompt: string, limit = 100) => alternativesOf(prompt, limit).map(({ text }) => text)

describe('alternatives in a prompt', () => {
  it.each([
    ['A fox', ['A fox']],
    ['', ['']],
    ['Sea at {dawn|noon|dusk}', ['Sea at dawn', 'Sea at noon', 'Sea at dusk']],
    ['{a|b} {1|2}', ['a 1', 'a 2', 'b 1', 'b 2']],
    ['{a {1|2}|b}', ['a 1', 'a 2', 'b']],
    ['{{a|b}|c}', ['a', 'b', 'c']],
    ['a {|red} fox', ['a fox', 'a red fox']],
    ['{|Red }fox', ['fox', 'Red fox']],
    ['in {very |}heavy rain', ['in very heavy rain', 'in heavy rain']],
    ['{ a|b } c', ['a c', 'b c']],
    ['{a | |b}', ['a', '', 'b']],
    ['{ dawn | noon } light', ['dawn light', 'noon light']],
    ['{|}', ['', '']],
    ['{a|a}', ['a', 'a']],
    ['Sea at {\n  dawn\n\n  noon\n}', ['Sea at dawn', 'Sea at noon']],
    ['{\n a {1|2}\n b\n}', ['a 1', 'a 2', 'b']],
    ['{a|\nb}', ['a', 'b']],
  ])('reads %j', (prompt, expected) => {
    expect(texts(prompt)).toEqual(expected)
    expect(alternativeCount(prompt)).toBe(expected.length)
  })

  it.each([
    ['{dawn}', '{dawn}'],
    ['{}', '{}'],
    ['{\n only one line\n}', '{\n only one line\n}'],
    ['a|b', 'a|b'],
    ['a|b}', 'a|b}'],
    ['{a|b', '{a|b'],
    ['\\{a\\|b\\}', '{a|b}'],
    ['C:\\dir', 'C:\\dir'],
    ['{"a": 1,\n"b": 2\n}', '{"a": 1,\n"b": 2\n}'],
  ])('takes %j for words', (prompt, text) => {
    expect(texts(prompt)).toEqual([text])
  })

  it('finds the group inside an unclosed brace, and says which brace is stray', () => {
    expect(texts('{a|{b|c}')).toEqual(['{a|b', '{a|c'])
    expect(parseAlternatives('{a|{b|c}').stray).toEqual(['{'])
    expect(parseAlternatives('x} {a|b}').stray).toEqual(['}'])
  })

  it('names the outermost groups', () => {
    expect(parseAlternatives('{a|b{1|2}} {x {c|d}} {e}').groups).toEqual(['{a|b{1|2}}', '{c|d}'])
  })

  it('says where the chosen words stand', () => {
    const [, second] = alternativesOf('Sea at {dawn|noon}, {|calm} water', 9)
    expect(second?.text).toBe('Sea at dawn, calm water')
    expect(second?.spans.map(({ start, end }) => second.text.slice(start, end))).toEqual([
      'dawn',
      'calm',
    ])
  })

  it('counts what nobody could make', () => {
    expect(alternativeCount('{a|b}'.repeat(60))).toBe(2 ** 60)
    expect(alternativeCount('{a|b}'.repeat(2000))).toBe(Infinity)
    expect(texts('{a|b}'.repeat(2000), 24)).toHaveLength(24)
  })

  it('bears any depth', () => {
    const deep = '{a|'.repeat(20_000) + 'b' + '}'.repeat(20_000)
    expect(alternativeCount(deep)).toBe(20_001)
    expect(texts(deep, 3)).toEqual(['a', 'a', 'a'])
    expect(texts('{'.repeat(5000))).toEqual(['{'.repeat(5000)])
  })
})

const word = fc.stringMatching(/^[a-z]{1,5}$/)
/** A template with the number of texts it stands for. */
const { template } = fc.letrec<{ template: [string, number]; group: [string, number] }>((tie) => ({
  template: fc
    .array(
      fc.oneof(
        word.map((text): [string, number] => [text, 1]),
        tie('group'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((parts) => [
      parts.map(([text]) => text).join(' '),
      parts.reduce((product, [, count]) => product * count, 1),
    ]),
  group: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant<[string, number]>(['', 1]),
        tie('template'),
      ),
      { minLength: 2, maxLength: 3 },
    )
    .map((options) => [
      `{${options.map(([text]) => text).join('|')}}`,
      options.reduce((sum, [, count]) => sum + count, 0),
    ]),
}))

describe('any template', () => {
  it('stands for the product of its groups, and no brace is left', () => {
    fc.assert(
      fc.property(template, ([prompt, count]) => {
        expect(alternativeCount(prompt)).toBe(count)
        const all = texts(prompt, 200)
        expect(all).toHaveLength(Math.min(count, 200))
        for (const text of all) expect(text).not.toMatch(/[{|}]/)
      }),
    )
  })

  it('gives the same order however many are asked for', () => {
    fc.assert(
      fc.property(template, fc.nat({ max: 30 }), ([prompt], limit) => {
        expect(texts(prompt, limit)).toEqual(texts(prompt, 40).slice(0, limit))
      }),
    )
  })

  it('marks words that stand in the text, in order', () => {
    fc.assert(
      fc.property(template, ([prompt]) => {
        for (const { text, spans } of alternativesOf(prompt, 24)) {
          let last = 0
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
            last = end
          }
        }
      }),
    )
  })
})

const odd = fc.array(fc.constantFrom('{', '|', '}', '\\', 'a', ' ', '\n', '"'), { maxLength: 16 })
const oddText = odd.map((signs) => signs.join(''))

describe('braces as words', () => {
  it('sends a text back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(texts(promptFor(text))).toEqual([text])
      }),
    )
  })

  it('leaves no choice in a prompt whose groups are words', () => {
    fc.assert(
      fc.property(oddText, (prompt) => {
        expect(alternativeCount(withoutGroups(prompt))).toBe(1)
        expect(withoutGroups(withoutGroups(prompt))).toBe(withoutGroups(prompt))
      }),
    )
  })

  it('can be groups again', () => {
    expect(withoutGroups('{a|b}')).toBe('\\{a|b\\}')
    expect(withGroups('\\{a|b\\}')).toBe('{a|b}')
    expect(promptFor('A fox, JSON {x}')).toBe('A fox, JSON {x}')
  })
})
