import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { check } from '#contract/rules.ts'
import { type EditOptions, editStrengths } from '#contract/video-edit.ts'
import { controlSigns } from './control-signs.ts'
import { controlState, enabledOf, withControl, withStrength } from './edit-changes.ts'
import { byHandOf, type EditMode, editMode, switchMode } from './edit-mode.ts'
import { sentWords } from './sent-words.ts'
import { stepOf, strengthAt, strengthWords } from './strength-steps.ts'

const keyframes = [{ frame: 3, image: { url: 'https://example.com/a.png' } }]

test.each<[EditMode, EditOptions | undefined]>([
  ['default', undefined],
  ['default', {}],
  ['default', { keyframes }],
  ['auto', { auto_controls: true }],
  ['auto', { auto_controls: true, strength: 'flex_1' }],
  ['hand', { auto_controls: false }],
  ['hand', { strength: 'flex_1' }],
  ['hand', { controls: {} }],
])('%s steers %o', (mode, edit) => {
  expect(editMode(edit)).toBe(mode)
})

test.each<[string, EditOptions | undefined, EditMode, EditOptions | undefined]>([
  ['nothing to automatic', undefined, 'auto', { auto_controls: true }],
  ['nothing to by hand says so', undefined, 'hand', { auto_controls: false }],
  ['automatic to nothing', { auto_controls: true }, 'default', undefined],
  ['keyframes stay', { strength: 'flex_1', keyframes }, 'auto', { auto_controls: true, keyframes }],
  ['keyframes alone stay', { auto_controls: true, keyframes }, 'default', { keyframes }],
])('%s', (_, edit, mode, next) => {
  expect(switchMode(edit, mode, byHandOf(edit))).toEqual(next)
})

describe('a control', () => {
  it.each([
    ['model', undefined, undefined],
    ['on', true, { depth: { enabled: true } }],
    ['off', false, { depth: { enabled: false } }],
  ] as const)('%s', (state, enabled, controls) => {
    expect(enabledOf(state)).toBe(enabled)
    expect(controlState({ enabled })).toBe(state)
    const from: EditOptions = { strength: 'flex_1', controls: { depth: { enabled: true } } }
    expect(withControl(from, 'depth', { enabled })).toEqual({
      strength: 'flex_1',
      ...(controls && { controls }),
    })
  })

  it('keeps its amount whatever its state', () => {
    const edit = withControl({ controls: { depth: { blur: 0.4 } } }, 'depth', { enabled: false })
    expect(edit.controls).toEqual({ depth: { blur: 0.4, enabled: false } })
  })

  it('stays by hand when its last word is taken back', () => {
    const edit = withControl({ controls: { face: { enabled: true } } }, 'face', {
      enabled: undefined,
    })
    expect(edit).toEqual({ auto_controls: false })
    expect(withStrength({ strength: 'adhere_1' }, undefined)).toEqual({ auto_controls: false })
  })
})

test('nine steps, each with its own words, there and back', () => {
  const said = editStrengths.map((strength) => {
    expect(strengthAt(stepOf(strength))).toBe(strength)
    return strengthWords(strength)
  })
  expect(said.map(({ name }) => name)).toEqual(
    ['Adhere', 'Flex', 'Reimagine'].flatMap((third) => [1, 2, 3].map((n) => `${third} ${n}`)),
  )
  expect(new Set(said.map(({ does }) => does)).size).toBe(9)
})

test('what is set by hand always goes out by hand and breaks no rule', () => {
  const change = fc.record({
    signal: fc.constantFrom(...controlSigns),
    enabled: fc.constantFrom(undefined, true, false),
    amount: fc.constantFrom(undefined, 0, 0.25, 1),
  })
  const strength = fc.option(fc.constantFrom(...editStrengths), { nil: undefined })
  fc.assert(
    fc.property(fc.array(change), strength, (changes, at) => {
      let edit = switchMode(undefined, 'hand', null)
      for (const { signal, enabled, amount } of changes) {
        const field = signal.amount?.field
        edit = withControl(edit, signal.signal, { enabled, ...(field && { [field]: amount }) })
      }
      edit = withStrength(edit, at)
      expect(editMode(edit)).toBe('hand')
      const source = { url: 'https://example.com/a.mp4', media_type: 'video/mp4' }
      expect(check({ type: 'video_edit', prompt: 'x', source, video: { edit } })).toEqual([])
    }),
  )
})

test.each([
  [undefined, null, ''],
  [{}, '{}', ''],
  [{ auto_controls: true }, '{"auto_controls": true}', ''],
  [{ keyframes }, null, 'and 1 keyframe, as on the timeline'],
  [
    { strength: 'flex_1', controls: { face: { enabled: true } } },
    '{"strength": "flex_1", "controls": {"face": {"enabled": true}}}',
    '',
  ],
] as const)('%o is told as it will be sent', (edit, json, beside) => {
  expect(sentWords(edit as EditOptions | undefined)).toEqual({ json, beside })
})
