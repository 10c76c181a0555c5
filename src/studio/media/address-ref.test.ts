import { expect, it } from 'vitest'
import { addressRef, guessClipType } from './address-ref.ts'

it.each([
  ['https://example.com/a.png', null],
  ['  https://example.com/a.png  ', null],
  ['https://8.8.8.8/a.png', null],
  ['', /begins https/],
  ['fox.png', /no address/],
  ['http://example.com/a.png', /Only addresses that begin https/],
  ['ftp://example.com/a.png', /Only addresses/],
  ['https://me:secret@example.com/a.png', /password/],
  ['https://localhost/a.png', /public/],
  ['https://nas.local/a.png', /public/],
  ['https://nas/a.png', /public/],
  ['https://192.168.1.4/a.png', /public/],
  ['https://[::1]/a.png', /public/],
])('%j is taken or answered', (text, reason) => {
  const read = addressRef(text, null)
  if (reason) expect(read).toMatchObject({ reason: expect.stringMatching(reason) })
  else expect(read).toEqual({ ref: { url: text.trim() } })
})

it.each([
  ['https://example.com/a.mp4', 'video/mp4'],
  ['https://example.com/a.MOV?x=1.webm', 'video/quicktime'],
  ['https://example.com/a.webm#t', 'video/webm'],
  ['https://example.com/watch', null],
  ['not an address', null],
])('the kind of clip at %j is %j', (text, type) => {
  expect(guessClipType(text)).toBe(type)
})
