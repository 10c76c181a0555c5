import { expect, test } from 'vitest'
import type { Signal } from '#contract/signal.ts'
import type { EditOptions } from '#contract/video-edit.ts'
import { shownAmount } from './shown-amount.ts'

test.each<[EditOptions | undefined, Signal, string, string]>([
  [undefined, 'depth', '', 'The model chooses the blur; here the usual one.'],
  [{ auto_controls: true }, 'trajectory', '', 'The model sets the sparsity; here the usual one.'],
  [{ controls: { depth: { blur: 0.35 } } }, 'depth', 'blur=0.35', 'Blur 0.35, as set.'],
  [{ controls: { depth: { blur: 0 } } }, 'depth', 'blur=0', 'Blur 0, as set.'],
  [
    { controls: { pose: { enabled: false, strength: 'coarse' } } },
    'pose',
    'strength=coarse',
    'Strength coarse, as set. Pose is off: this is not held on to.',
  ],
  [
    { controls: { normals: { augmentation: 3 } } },
    'normals',
    '',
    'Augmentation 3 cannot be shown; here the usual one.',
  ],
  [{ controls: { face: { enabled: true } } }, 'face', '', ''],
  [{ controls: { face: { enabled: false } } }, 'face', '', 'Face is off: this is not held on to.'],
  [
    { auto_controls: true, controls: { depth: { blur: 1 } } },
    'depth',
    '',
    'The model sets the blur; here the usual one.',
  ],
])('%o shows %s with "%s"', (edit, signal, query, words) => {
  expect(shownAmount(edit, signal)).toEqual({ query, words })
})
