import { describe, expect, test } from 'vitest'
import { readEdit } from './read-edit.ts'

const partsOf = (prompt: string) => readEdit(prompt).wishes.colours.map(({ part }) => part)

describe('the words of an edit', () => {
  test.each([
    ['make it night', { time: 'night' }],
    ['turn it into a foggy autumn morning', { weather: 'fog', season: 'autumn', time: 'dawn' }],
    ['give it a teal and orange grade', { palette: 'teal-and-orange' }],
    ['make it warmer and brighter', { warmth: 0.5, exposure: 1.35 }],
    ['black and white, high contrast', { palette: 'monochrome', contrast: 1.28 }],
    ['blur the background', { blur: { radius: 0.016, part: 'background' } }],
    ['sharpen the subject', { sharpen: { amount: 1, part: 'subject' } }],
    ['remove the fog', { weather: 'clear' }],
    ['a watercolour painting', { styles: ['watercolour'] }],
  ])('“%s” is a wish', (prompt, wishes) => {
    const { wishes: read, not_understood } = readEdit(prompt)
    expect(read).toMatchObject(wishes)
    expect(not_understood).toEqual([])
  })

  test.each([
    ['replace the background with a beach at sunset', 'a beach at sunset'],
    ['Put her in a snowy forest and make it warmer', 'a snowy forest'],
    [
      'change the backdrop to a neon city street at night, but keep the woman',
      'a neon city street at night',
    ],
  ])('“%s” is about the background alone', (prompt, backdrop) => {
    const { parts, wishes } = readEdit(prompt)
    expect(parts.backdrop).toBe(backdrop)
    expect(wishes.time).toBeUndefined()
    expect(wishes.season).toBeUndefined()
  })

  test('colours go to the part that is named beside them', () => {
    expect(partsOf('make it blue')).toEqual(['all'])
    expect(partsOf('make the sky pink')).toEqual(['sky'])
    expect(partsOf('make the background green')).toEqual(['background'])
    expect(partsOf('make the car red')).toEqual(['subject'])
  })

  test('things are added and removed, weather is not a thing', () => {
    expect(readEdit('add a red balloon').parts.add).toEqual(['a red balloon'])
    expect(readEdit('add snow').wishes.weather).toBe('snow')
    expect(readEdit('remove the man, make it night').parts.remove).toEqual(['the man'])
  })

  test('quoted words are type, placed where they are wanted', () => {
    const { text } = readEdit('write "HELLO THERE" at the top')
    expect(text).toEqual({ words: 'HELLO THERE', place: 'top', side: 'centre' })
  })

  test('nonsense is named', () => {
    const { not_understood } = readEdit('make it night with xylophonic flurbs')
    expect(not_understood).toEqual(['xylophonic', 'flurbs'])
  })
})
