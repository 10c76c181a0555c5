import { describe, expect, it } from 'vitest'
import { type DraggedMedia, dragType, isMediaDrag, readDrag, writeDrag } from './drag-media.ts'

function transferOf(given: Record<string, string> = {}) {
  const data = new Map(Object.entries(given))
  return {
    effectAllowed: 'uninitialized' as DataTransfer['effectAllowed'],
    setData: (type: string, text: string) => void data.set(type, text),
    getData: (type: string) => data.get(type) ?? '',
    get types() {
      return [...data.keys()]
    },
  }
}

const clip: DraggedMedia = {
  ref: { generation_id: '00000000-0000-4000-8000-000000000001' },
  medium: 'video',
  sha256: 'b'.repeat(64),
  frames: 120,
  fps: 24,
}

describe('what is dragged from the gallery', () => {
  it('arrives as it was sent', () => {
    const transfer = transferOf()
    writeDrag(transfer, clip)
    expect(isMediaDrag(transfer)).toBe(true)
    expect(readDrag(transfer)).toEqual(clip)
  })

  it.each([
    ['nothing', {}],
    ['a text', { 'text/plain': 'fox' }],
    ['broken data', { [dragType]: '{' }],
    ['another shape', { [dragType]: '{"ref":{},"medium":"image"}' }],
    ['a path as a hash', { [dragType]: JSON.stringify({ ...clip, sha256: '../../x' }) }],
  ])('is nothing when it is %s', (_, data) => {
    expect(readDrag(transferOf(data))).toBeNull()
  })
})
