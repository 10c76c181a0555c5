import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from './address.ts'

const item = '00000000-0000-4000-8000-000000000001'

describe('the address', () => {
  it('says what is open and how it is looked at, and is read back the same', () => {
    const address = { item, panel: 'wall', size: 320, dock: 'closed', ground: 'grey' } as const
    expect(readAddress(writeAddress(address))).toEqual(address)
  })

  it('says nothing when there is nothing to say', () => {
    const nothing = { item: null, panel: 'compose', size: null, dock: null, ground: null } as const
    expect(writeAddress(nothing)).toBe('/')
  })

  it('is not led astray by nonsense', () => {
    expect(readAddress('?item=<script>&panel=queue&size=9e9')).toEqual({
      item: null,
      panel: 'compose',
      size: null,
      dock: null,
      ground: null,
    })
  })
})
