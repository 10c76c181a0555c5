import { expect, test } from 'vitest'
import { createExportTickets } from './export-tickets.ts'

const wanted = { seqs: [1], files: 1, metadata: false, template: '{id}' }

test('a ticket is good for a quarter of an hour', () => {
  let now = 0
  const tickets = createExportTickets(() => now)
  const id = tickets.add(wanted)
  now = 15 * 60_000 - 1
  expect(tickets.find(id)).toBe(wanted)
  now++
  expect(tickets.find(id)).toBeUndefined()
})

test('of more than a hundred the oldest go', () => {
  const tickets = createExportTickets(() => 0)
  const ids = Array.from({ length: 101 }, () => tickets.add(wanted))
  expect(ids.filter((id) => tickets.find(id))).toEqual(ids.slice(1))
})
