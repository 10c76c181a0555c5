import { describe, expect, it } from 'vitest'
import { carriesSeqs, dragSeqsType, readDragSeqs, writeDragSeqs } from './drag-seqs.ts'

function carrierOf(given: Record<string, string> = {}) {
  const data = new Map(Object.entries(given))
  return {
    setData: (type: string, text: string) => void data.set(type, text),
    getData: (type: string) => data.get(type) ?? '',
    get types() {
      return [...data.keys()]
    },
  }
}

describe('tiles that are dragged', () => {
  it('arrive as they were sent', () => {
    const carrier = carrierOf()
    writeDragSeqs(carrier, [3, 100_000])
    expect(carriesSeqs(carrier)).toBe(true)
    expect(readDragSeqs(carrier)).toEqual([3, 100_000])
  })

  it.each([
    ['nothing', {}],
    ['a text', { 'text/plain': '[1]' }],
    ['broken data', { [dragSeqsType]: '[1' }],
    ['another shape', { [dragSeqsType]: '{"seqs":[1]}' }],
    ['no place at all', { [dragSeqsType]: '[0,-1,1.5,"2"]' }],
  ])('are none when they are %s', (_, data) => {
    expect(readDragSeqs(carrierOf(data))).toEqual([])
  })
})
