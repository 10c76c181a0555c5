import { crc32 } from 'node:zlib'
import {
  centralHead,
  descriptor,
  dosTime,
  full32,
  localHead,
  type Written,
  zipEnd,
} from './zip-records.ts'

export type ZipEntry = {
  name: string
  lastModified: Date
  /** Where it may be 4 GB and more, it must be told. */
  size?: number
  input: AsyncIterable<Uint8Array | string>
}

const blockBytes = 64 * 1024

/** A ZIP with nothing packed, made while it is read; each entry is asked for when it is its turn. */
export async function* zipBytes(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = []
  let at = 0
  for await (const { name, lastModified, size = 0, input } of entries) {
    const begun = {
      name: Buffer.from(name),
      time: dosTime(lastModified),
      isLarge: size >= full32,
    }
    const head = localHead(begun)
    yield head
    let [sum, bytes] = [0, 0]
    for await (const part of input) {
      const chunk = typeof part === 'string' ? Buffer.from(part) : part
      sum = crc32(chunk, sum)
      bytes += chunk.length
      yield chunk
    }
    if (bytes >= full32 && !begun.isLarge) throw new Error(`${name} is larger than was told.`)
    const written: Written = { ...begun, sum, bytes, offset: at }
    const tail = descriptor(written)
    yield tail
    central.push(centralHead(written))
    at += head.length + bytes + tail.length
  }
  yield* inBlocks(central)
  const bytes = central.reduce((total, { length }) => total + length, 0)
  yield zipEnd({ count: central.length, at, bytes })
}

function* inBlocks(records: readonly Buffer[]) {
  let block: Buffer[] = []
  let bytes = 0
  for (const each of records) {
    block.push(each)
    bytes += each.length
    if (bytes < blockBytes) continue
    yield Buffer.concat(block)
    block = []
    bytes = 0
  }
  yield Buffer.concat(block)
}
