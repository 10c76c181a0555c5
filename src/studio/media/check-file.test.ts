import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uploadLimits } from '#contract/upload.ts'
import { checkFile, type FileFacts, type MediaPlace, withinSide } from './check-file.ts'
import { sniffType } from './sniff-type.ts'

const png = { name: 'PNG', medium: 'image' } as const
const mp4 = { name: 'MP4', medium: 'video' } as const
const image: MediaPlace = { holds: 'image' }
const edit: MediaPlace = { holds: 'video', limitS: 18 }

describe('a file before it is sent', () => {
  it.each<[string, FileFacts, MediaPlace, string, RegExp?]>([
    ['a picture', { type: png, bytes: 9, width: 100, height: 100 }, image, 'ok'],
    [
      'a picture at the limits',
      { type: png, bytes: uploadLimits.image, width: 8000, height: 8000 },
      image,
      'ok',
    ],
    ['a picture this browser cannot read', { type: png, bytes: 9 }, image, 'ok'],
    [
      'a wide picture',
      { type: png, bytes: 9, width: 8001, height: 10 },
      image,
      'scale',
      /8001 × 10 px.*8000 px a side/,
    ],
    [
      'a heavy picture',
      { type: png, bytes: 62e6, width: 7000, height: 7000 },
      image,
      'scale',
      /62 MB.*50 MB/,
    ],
    [
      'a heavy picture nobody can read',
      { type: png, bytes: 62e6 },
      image,
      'refuse',
      /62 MB.*save it smaller/,
    ],
    ['a clip for a picture', { type: mp4, bytes: 9, durationS: 90 }, image, 'ok'],
    ['a clip', { type: mp4, bytes: 9, durationS: 18 }, edit, 'ok'],
    ['a clip this browser cannot play', { type: mp4, bytes: 9 }, edit, 'ok'],
    ['a long clip', { type: mp4, bytes: 9, durationS: 31.4 }, edit, 'trim', /31\.4 s: up to 18 s/],
    ['a heavy clip', { type: mp4, bytes: 312e6, durationS: 4 }, edit, 'refuse', /312 MB.*200 MB/],
    ['a picture for a clip', { type: png, bytes: 9 }, edit, 'refuse', /clip belongs here/],
    [
      'a GIF',
      { type: { name: 'GIF', medium: null }, bytes: 9 },
      image,
      'refuse',
      /This is GIF.*PNG, JPEG or WebP/,
    ],
    ['anything else', { type: null, bytes: 9 }, edit, 'refuse', /MP4, MOV or WebM/],
    ['an empty file', { type: null, bytes: 0 }, image, 'refuse', /empty/],
  ])('is judged: %s', (_, facts, place, is, reason = /^/) => {
    const verdict = checkFile(facts, place)
    expect(verdict.is).toBe(is)
    expect('reason' in verdict ? verdict.reason : '').toMatch(reason)
  })

  it('is scaled to the limit and no further, in its own shape', () => {
    const side = fc.integer({ min: 1, max: 60_000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const to = withinSide({ width, height })
        const most = Math.max(width, height)
        expect(Math.max(to.width, to.height)).toBe(Math.min(8000, most))
        const factor = Math.min(1, 8000 / most)
        expect(Math.abs(to.width - width * factor)).toBeLessThanOrEqual(1)
        expect(Math.abs(to.height - height * factor)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('the first bytes of a file', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n…', 'PNG', 'image'],
    ['\xff\xd8\xff\xe1', 'JPEG', 'image'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'WebP', 'image'],
    ['\0\0\0\x18ftypisom', 'MP4', 'video'],
    ['\0\0\0\x18ftypmp42', 'MP4', 'video'],
    ['\0\0\0\x14ftypqt  ', 'MOV', 'video'],
    ['\0\0\0\x08wide\0\0', 'MOV', 'video'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'WebM', 'video'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', 'Matroska (MKV)', null],
    ['\0\0\0\x18ftypheic', 'HEIC', null],
    ['\0\0\0\x18ftypavif', 'AVIF', null],
    ['\0\0\0\x18ftypM4A ', 'sound', null],
    ['RIFF\0\0\0\0AVI LIST', 'AVI', null],
    ['GIF89a', 'GIF', null],
    ['<svg xmlns=""/>', 'SVG', null],
    ['%PDF-1.7', 'PDF', null],
    ['II*\0', 'TIFF or camera raw', null],
  ])('%j are those of %s', (head, name, medium) => {
    expect(sniffType(bytes(head))).toEqual({ name, medium })
  })

  it('never trip over what they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (head) => void sniffType(head)))
    expect(sniffType(bytes('<html>'))).toBeNull()
    expect(sniffType(new Uint8Array())).toBeNull()
  })
})
