import { type Mp4Box, mp4Boxes } from '../containers/mp4-boxes.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'
import type { PatchedBytes } from './patched-bytes.ts'

const containers = new Set(['moov', 'trak', 'udta', 'meta', 'ilst'])
/** 3GPP's and QuickTime's; the sign before xyz is byte A9. */
const places = new Set(['loci', '\u00a9xyz'])
const xmpId = 'be7acfcb97a942e89c71999491e3afac'
const mostDepth = 8
const mostBoxes = 20_000
const mostTextBytes = 4 * 1024 * 1024
const wipeBytes = 64 * 1024

/** MP4 and MOV: what says a place becomes a box of free space, and everything stays where it was. */
export async function dropMp4Location(file: PatchedBytes): Promise<boolean> {
  let isChanged = false
  let left = mostBoxes

  async function* boxesIn(from: number, to: number) {
    for await (const box of mp4Boxes(file, from, to)) {
      if (left-- <= 0) return
      yield box
    }
  }

  async function wipe({ at, from, to }: Mp4Box) {
    isChanged = true
    await file.write(at + 4, Buffer.from('free', 'latin1'))
    for (let next = from; next < to; next += wipeBytes) {
      await file.write(next, Buffer.alloc(Math.min(wipeBytes, to - next)))
    }
  }

  async function dropText({ from, to }: Pick<Mp4Box, 'from' | 'to'>) {
    if (to - from > mostTextBytes) return
    const text = await file.read(from, to - from)
    if (!dropXmpLocation(text)) return
    await file.write(from, text)
    isChanged = true
  }

  /** Of the keys that QuickTime lists by name, those that say a place; counted from 1. */
  async function placeKeys({ from, to }: Mp4Box) {
    const bytes = await file.read(from, Math.min(to - from, wipeBytes))
    const found = new Set<number>()
    for (let at = 8, key = 1; at + 8 <= bytes.length; key++) {
      const size = bytes.readUInt32BE(at)
      if (size < 8) break
      if (/location/i.test(bytes.toString('latin1', at + 8, at + size))) found.add(key)
      at += size
    }
    return found
  }

  async function walk(from: number, to: number, depth: number, keys = new Set<number>()) {
    if (depth > mostDepth) return
    for await (const box of boxesIn(from, to)) {
      if (box.type === 'keys') for (const key of await placeKeys(box)) keys.add(key)
      const key = Buffer.from(box.type, 'latin1').readUInt32BE(0)
      const id = box.type === 'uuid' ? (await file.read(box.from, 16)).toString('hex') : ''
      if (depth > 0 && (places.has(box.type) || keys.has(key))) await wipe(box)
      else if (box.type === 'XMP_') await dropText(box)
      else if (id === xmpId) await dropText({ from: box.from + 16, to: box.to })
      else if (box.type === 'meta') await walkMeta(box, depth + 1)
      else if (containers.has(box.type)) await walk(box.from, box.to, depth + 1, keys)
    }
  }

  /** Twice, as the keys may stand behind what they name. */
  async function walkMeta(box: Mp4Box, depth: number) {
    const keys = new Set<number>()
    const from = await inMeta(box)
    await walk(from, box.to, depth, keys)
    if (keys.size) await walk(from, box.to, depth, keys)
  }

  /** In MP4 a version stands before the boxes, in QuickTime none. */
  async function inMeta({ from }: Mp4Box) {
    const next = await file.read(from + 4, 4)
    return next.toString('latin1') === 'hdlr' ? from : from + 4
  }

  await walk(0, file.size, 0)
  return isChanged
}
