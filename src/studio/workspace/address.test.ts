import { describe, expect, it } from 'vitest'
import { everything } from '#contract/find.ts'
import { type Address, readAddress, writeAddress } from './address.ts'

const item = '00000000-0000-4000-8000-000000000001'
const nothing: Address = {
  item: null,
  panel: 'compose',
  view: null,
  find: everything,
  at: null,
  size: null,
  layout: 'rows',
  dock: null,
  ground: null,
}

describe('the address', () => {
  it('says what is open and how it is looked at, and is read back the same', () => {
    const address: Address = {
      item,
      panel: 'queue',
      view: 'family',
      find: {
        q: '"red fox" -snow',
        facets: { type: ['image', 'video'], tag: ['à la carte & more'], stars: ['4', '5'] },
        sort: 'stars',
        isTrash: true,
        isStacked: true,
      },
      at: 90_210,
      size: 320,
      layout: 'grid',
      dock: 'closed',
      ground: 'grey',
    }
    expect(readAddress(writeAddress(address))).toEqual(address)
  })

  it('says nothing when there is nothing to say', () => {
    expect(writeAddress(nothing)).toBe('/')
  })

  it('is not led astray by nonsense', () => {
    const search = '?item=<script>&panel=attic&size=9e9&at=-3&view=x&type=song&sort=worst&layout=y'
    expect(readAddress(search)).toEqual(nothing)
  })
})
