import { describe, expect, it } from 'vitest'
import { freshDraft } from './compose-type.ts'
import { settingFit } from './setting-fit.ts'

const choices = (...values: string[]) => values.map((value) => ({ value, label: value || 'Any' }))
const manga = {
  ...freshDraft.image,
  prompt: 'x',
  style: 'manga' as const,
  aspect_ratio: '16:9' as const,
}

describe('how settings go together', () => {
  it('marks the ratios that manga cannot have, and says why', () => {
    const { unavailable, clash } = settingFit(manga, 'aspect_ratio', choices('', '16:9', '2:3'))
    expect([...unavailable.keys()]).toEqual(['16:9'])
    expect(unavailable.get('16:9')).toMatch(/^Manga pages are tall/)
    expect(clash).toBeUndefined()
  })

  it('names the pair at the other field', () => {
    const { clash } = settingFit(manga, 'style', choices('auto', 'manga'))
    expect(clash).toBe('manga does not go with 16:9.')
  })

  it('leaves settings alone that have nothing to do with it', () => {
    const { unavailable, clash } = settingFit(manga, 'output_format', choices('png', 'jpeg'))
    expect(unavailable.size).toBe(0)
    expect(clash).toBeUndefined()
  })

  it('does not forbid what is only not there yet', () => {
    const tall = { ...freshDraft.video, prompt: 'x', aspect_ratio: '9:16' as const }
    expect(settingFit(tall, 'video.resolution', choices('720p', '1080p')).unavailable.size).toBe(0)
  })
})
