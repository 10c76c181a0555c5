import { expect, it } from 'vitest'
import { memberFixture } from './family.arbitrary.ts'
import { relativesOf } from './relatives-of.ts'
import { stepWords } from './step-words.ts'

const members = [1, 2, 3].map((seq) => memberFixture(seq))
const links = [
  { parent: 1, child: 2, step: 'start_frame', frame: 42 },
  { parent: 1, child: 2, step: 'end_frame', frame: null },
  { parent: 2, child: 3, step: 'keyframe', frame: null },
  { parent: 2, child: 3, step: 'keyframe', frame: null },
  { parent: 2, child: 9, step: 'edit', frame: null },
] as const
const family = { members, links: [...links], cut: false }

it('names parents and children once each, with all that was done', () => {
  const { parents, children } = relativesOf(family, members[1]!.id)!
  expect(parents.map(({ member, links: all }) => [member.seq, stepWords(all)])).toEqual([
    [1, 'Start frame, of 42 + End frame'],
  ])
  expect(children.map(({ member, links: all }) => [member.seq, stepWords(all)])).toEqual([
    [3, '2 × keyframe'],
  ])
})

it('knows nobody who is not in the family', () => {
  expect(relativesOf(family, memberFixture(77).id)).toBeNull()
})
