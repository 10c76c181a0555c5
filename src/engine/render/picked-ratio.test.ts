import { expect, test } from 'vitest'
import { pickedRatio } from './picked-ratio.ts'

test.each([
  ['2:3', 'portrait of an old fisherman', 'auto', 'portrait'],
  ['2:3', 'a tall lighthouse', undefined, 'sea'],
  ['2:1', 'panorama of a desert', undefined, 'desert'],
  ['1:1', 'album cover, a lake', undefined, 'landscape'],
  ['9:16', 'phone wallpaper of a forest', undefined, 'forest'],
  ['2:3', 'panorama of a desert', 'manga', 'desert'],
  ['1:1', 'three pears on a table', undefined, 'still_life'],
  ['3:2', 'a lake', undefined, 'landscape'],
] as const)('%s is picked for %s', (ratio, prompt, style, family) => {
  expect(pickedRatio(prompt, style, family)).toBe(ratio)
})
