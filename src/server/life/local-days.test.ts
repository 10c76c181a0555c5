import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDays, startOfToday } from './local-days.ts'

const moments = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2040-01-01'),
  noInvalidDate: true,
})

describe('the days of the server', () => {
  it('follow each other without a gap, also where the clock is changed', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const days = localDays(30, now)
        expect(days).toHaveLength(30)
        expect(new Set(days.map(({ day }) => day)).size).toBe(30)
        for (const [index, { from }] of days.entries()) {
          if (index > 0) expect(from).toBe(days[index - 1]?.to)
        }
      }),
    )
  })

  it('end with today', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const today = localDays(3, now).at(-1)
        expect(today?.from).toBe(startOfToday(now))
        const at = now.toISOString()
        expect(today && today.from <= at && at < today.to).toBe(true)
      }),
    )
  })
})
