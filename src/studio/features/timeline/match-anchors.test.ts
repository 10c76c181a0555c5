import { expect, it } from 'vitest'
import { matchAnchors } from './match-anchors.ts'

const keyframe = (frame: number, name: string) => ({
  frame,
  image: { url: `https://pictures.test/${name}` },
})
const known = matchAnchors([], [keyframe(0, 'a'), keyframe(10, 'b'), keyframe(20, 'b')])
const idsOf = (anchors: { id: number }[]) => anchors.map(({ id }) => id)

it('gives each an identity, in the order of time', () => {
  const anchors = matchAnchors([], [keyframe(9, 'z'), keyframe(3, 'y')])
  expect(anchors.map(({ frame, at, id }) => [frame, at, id])).toEqual([
    [3, 1, 1],
    [9, 0, 2],
  ])
})

it('knows them again when nothing changed', () => {
  const same = [keyframe(0, 'a'), keyframe(10, 'b'), keyframe(20, 'b')]
  expect(matchAnchors(known, same)).toBe(known)
})

it('knows one again that was moved past another, even with the same picture', () => {
  const next = matchAnchors(known, [keyframe(0, 'a'), keyframe(20, 'b'), keyframe(30, 'b')])
  expect(idsOf(next)).toEqual([1, 3, 2])
})

it('knows the rest when one is removed or added', () => {
  expect(idsOf(matchAnchors(known, [keyframe(10, 'b'), keyframe(20, 'b')]))).toEqual([2, 3])
  const more = [...known.map(({ frame, image }) => ({ frame, image })), keyframe(5, 'c')]
  expect(idsOf(matchAnchors(known, more))).toEqual([1, 4, 2, 3])
})
