import { describe, expect, it } from 'vitest'
import { alternativesOf } from './alternatives.ts'
import { snippetOf } from './snippet.ts'

const shown = (prompt: string) =>
  alternativesOf(prompt, 9).map((alternative) =>
    snippetOf(alternative)
      .map(({ text, isChosen }) => (isChosen ? `[${text}]` : text))
      .join(''),
  )

describe('a snippet of a prompt', () => {
  it.each([
    ['Sea at {dawn|noon}', ['Sea at [dawn]', 'Sea at [noon]']],
    ['A {|red} fox', ['A [–]fox', 'A [red] fox']],
    [
      'An endless empty beach at {dawn|noon} with nobody on it anywhere',
      ['… beach at [dawn] with …', '… beach at [noon] with …'],
    ],
    [
      '{A fox|An owl} sits on the very old garden wall under {rain|snow}',
      [
        '[A fox] sits on the … wall under [rain]',
        '[A fox] sits on the … wall under [snow]',
        '[An owl] sits on the … wall under [rain]',
        '[An owl] sits on the … wall under [snow]',
      ],
    ],
  ])('shows the choice in %j and a little around it', (prompt, expected) => {
    expect(shown(prompt)).toEqual(expected)
  })
})
