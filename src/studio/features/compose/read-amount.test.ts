import { describe, expect, it } from 'vitest'
import { amountText, readAmount } from './read-amount.ts'

describe('an amount somebody typed', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['5', 5],
    ['$5.50', 5.5],
    ['.5', 0.5],
    ['1,000', 1000],
    ['0', 0],
    ['0.005', 0.01],
  ])('reads %j', (text, usd) => {
    expect(readAmount(text)).toEqual({ usd })
  })

  it.each(['five', '-1', '1,0', '$', '5.5.5', '1e3', '2000000'])('refuses %j', (text) => {
    expect(readAmount(text)).toHaveProperty('fault')
  })

  it('is written as it is read', () => {
    expect([null, 5, 5.5].map(amountText)).toEqual(['', '5', '5.50'])
  })
})
