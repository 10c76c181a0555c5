import { expect, test } from 'vitest'
import { noMarks } from '#contract/marks.ts'
import { manifestHead, manifestRow } from './manifest-row.ts'

const entry: Parameters<typeof manifestRow>[0] = {
  id: 'an-id',
  upstream_id: null,
  state: 'completed',
  failure_code: null,
  world: 'Luma',
  type: 'image',
  model: 'uni-1',
  request: { type: 'image', prompt: '=HYPERLINK("x"), it said\nnext' },
  created_at: '2026-11-27T16:00:00.000Z',
  submitted_at: null,
  settled_at: null,
  price: { usd: 0.04, estimate: false },
  marks: { ...noMarks, tags: ['a', 'b'], note: '-1' },
  boards: [],
  parents: [],
  files: [{ name: 'a.png', media_type: 'image/png', bytes: 3, sha256: 'ff' }],
  understood: null,
}

test('a prompt can neither break a line nor become a formula', () => {
  const row = manifestRow(entry)
  expect(row).toContain(`,"'=HYPERLINK(""x""), it said\nnext",`)
  expect(row).toContain(",a; b,'-1,")
  expect(row.endsWith('\r\n')).toBe(true)
})

test('a line has as many cells as the head', () => {
  const plain = manifestRow({ ...entry, request: { type: 'image', prompt: 'x' } })
  const cells = plain.replace(/"(?:[^"]|"")*"/g, '').split(',')
  expect(cells.length).toBe(manifestHead.split(',').length)
})
