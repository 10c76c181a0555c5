import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { nothingKnown } from '#contract/media-ref.ts'
import { freshDraft } from './fresh-draft.ts'
import { obstaclesTo } from './setting-fit.ts'

const picture = { upload_id: '00000000-0000-4000-8000-000000000001' }
const manga: Draft = { ...freshDraft.image, style: 'manga' }
const clip = (video: Draft['video']): Draft => ({
  ...freshDraft.video,
  video: { ...freshDraft.video.video, ...video },
})
const labelsAt = (draft: Draft, path: string, values: unknown[], value: unknown) =>
  obstaclesTo(draft, path, values, nothingKnown)
    .get(value)
    ?.mends.map(({ label }) => label)

describe('what stands in the way of a choice', () => {
  it('is told for each value that would break a rule, and for no other', () => {
    const obstacles = obstaclesTo(manga, 'aspect_ratio', ['', '16:9', '2:3'], nothingKnown)
    expect([...obstacles.keys()]).toEqual(['16:9'])
    expect(obstacles.get('16:9')?.text).toMatch(/^Manga pages are tall/)
  })

  it('offers only ways that keep the choice', () => {
    expect(labelsAt(manga, 'aspect_ratio', ['', '16:9', '2:3'], '16:9')).toEqual(['Style Auto'])
    const anchored = clip({ start_frame: picture })
    expect(labelsAt(anchored, 'video.duration', ['5s', '10s'], '10s')).toEqual([
      'Turn into keyframes',
    ])
    const long = clip({ duration: '10s', keyframes: [{ frame: 200, image: picture }] })
    expect(labelsAt(long, 'video.duration', ['5s', '10s'], '5s')).toEqual([
      'Squeeze into the clip',
      'Remove those beyond the end',
      'Remove all keyframes',
    ])
  })

  it('moves the frames to the first and the last index when they become keyframes', () => {
    const anchored = clip({ start_frame: picture, end_frame: picture })
    const way = obstaclesTo(anchored, 'video.duration', ['5s', '10s'], nothingKnown).get('10s')
    expect(way?.mends[0]?.draft.video).toEqual({
      resolution: '720p',
      duration: '10s',
      keyframes: [
        { frame: 0, image: picture },
        { frame: 240, image: picture },
      ],
    })
  })

  it('does not blame a choice for what no choice here could mend', () => {
    const odd: Draft = { ...freshDraft.image, model: 'ray-3.2' }
    expect(obstaclesTo(odd, 'style', ['auto', 'manga'], nothingKnown).size).toBe(0)
  })
})
