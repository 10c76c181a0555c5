import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draft } from '#contract/draft.ts'
import type { Preset, PresetInput } from '#contract/preset.ts'
import { anyRequest } from '#contract/request.arbitrary.ts'
import { freeName, namesTaken, placePresets } from './place-presets.ts'
import { readPresetFile, writePresetFile } from './preset-file.ts'

const stamp = { id: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e', saved_at: '2026-11-22T12:00:00.000Z' }
const names = fc
  .string({ minLength: 1, maxLength: 80 })
  .map((name) => name.trim())
  .filter((name) => name !== '')
const inputs: fc.Arbitrary<PresetInput> = fc
  .tuple(names, anyRequest, fc.option(fc.record({ times: fc.integer() }), { nil: undefined }))
  .map(([name, request, plan]) => ({
    name,
    draft: draft.parse(request),
    ...(plan && { plan }),
  }))
const stored = (input: PresetInput): Preset => ({ ...input, ...stamp })

describe('a file of presets', () => {
  it('brings every preset back as it was', () => {
    fc.assert(
      fc.property(fc.array(inputs, { minLength: 1, maxLength: 5 }), (presets) => {
        const text = writePresetFile(presets.map(stored))
        const same = JSON.parse(JSON.stringify(presets)) as unknown
        expect(readPresetFile(text)).toEqual({ found: same, problems: [] })
      }),
    )
  })

  it('names each problem by preset and field and still takes the sound ones', () => {
    const text = JSON.stringify({
      kind: 'dailies presets',
      version: 1,
      presets: [
        { name: 'Fog', draft: { type: 'image', prompt: 'fog' } },
        { name: 'Tide', draft: { type: 'video', prompt: 'x', video: { loop: 'yes' }, seed: 1 } },
        { draft: { type: 'image', prompt: 'x' } },
        { name: 'a'.repeat(81), draft: { type: 'image', prompt: 'x' } },
        7,
      ],
    })
    const { found, problems } = readPresetFile(text)
    expect(found.map(({ name }) => name)).toEqual(['Fog'])
    expect(problems.map(({ preset, path }) => [preset, path])).toEqual([
      ['Tide', 'draft.video.loop'],
      ['Tide', 'draft'],
      ['Preset 3', 'name'],
      ['a'.repeat(81), 'name'],
      ['Preset 5', ''],
    ])
    expect(problems[0]?.reason).toBe('This must be true or false.')
    expect(problems[3]?.reason).toBe('A name has 1 to 80 characters.')
  })

  it.each([
    ['words', 'hello', 'not JSON'],
    ['another file', '{"a":1}', 'not a file of presets'],
    ['a request', '{"type":"image","prompt":"x"}', 'As code'],
    ['the future', '{"kind":"dailies presets","version":2,"presets":[]}', 'newer version'],
    ['nothing', '{"kind":"dailies presets","version":1,"presets":[]}', 'no preset'],
  ])('refuses %s', (_, text, words) => {
    const { found, problems } = readPresetFile(text)
    expect(found).toEqual([])
    expect(problems[0]?.reason).toContain(words)
  })

  it('never throws, whatever is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { found, problems } = readPresetFile(text)
        expect(found.length + problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

const of = (name: string): PresetInput => ({ name, draft: { type: 'image', prompt: name } })

describe('where imported presets go', () => {
  it('numbers a name that is taken, or overwrites the one that has it', () => {
    const known = [{ id: 'old', name: 'Fog' }]
    const found = [of('Fog'), of('Fog'), of('Tide')]
    const place = (onTaken: 'number' | 'replace') =>
      placePresets(found, known, onTaken, () => 'new').map(({ id, name }) => [id, name])
    expect(place('number')).toEqual([
      ['new', 'Fog 2'],
      ['new', 'Fog 3'],
      ['new', 'Tide'],
    ])
    expect(place('replace')).toEqual([
      ['old', 'Fog'],
      ['new', 'Fog 2'],
      ['new', 'Tide'],
    ])
    expect(namesTaken(found, known)).toBe(2)
  })

  it('never gives one name twice, nor one that is too long', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), fc.array(names), (found, known) => {
        const here = [...new Set(known)].map((name, n) => ({ id: `k${n}`, name }))
        const placed = placePresets(found.map(of), here, 'number', () => 'new')
        const all = [...here, ...placed].map(({ name }) => name)
        expect(new Set(all).size).toBe(all.length)
        for (const name of all) expect(name.length).toBeLessThanOrEqual(80)
      }),
    )
  })

  it('keeps a name that is free', () => {
    expect(freeName('Fog', new Set(['Tide']))).toBe('Fog')
  })
})
