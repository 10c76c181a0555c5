import { open, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

const most = 0xffff_ffff

type Entry = { name: Buffer; crc: number; size: number; at: number }

/** 1980-01-01, the earliest that a ZIP can say: the same job gives the same bytes. */
const date = 0x21
const version = 45

function fields(...list: [bytes: 2 | 4 | 8, value: number][]): Buffer {
  const out = Buffer.alloc(list.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of list) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at)
    else out.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return out
}

function localHeader({ name, crc, size }: Entry): Buffer {
  return Buffer.concat([
    fields([4, 0x04034b50], [2, 20], [2, 0x800], [2, 0], [2, 0], [2, date]),
    fields([4, crc], [4, size], [4, size], [2, name.length], [2, 0]),
    name,
  ])
}

function directoryEntry({ name, crc, size, at }: Entry): Buffer {
  const far = at >= most ? fields([2, 1], [2, 8], [8, at]) : Buffer.alloc(0)
  return Buffer.concat([
    fields([4, 0x02014b50], [2, version], [2, far.length ? version : 20], [2, 0x800], [2, 0]),
    fields([2, 0], [2, date], [4, crc], [4, size], [4, size], [2, name.length]),
    fields([2, far.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, Math.min(at, most)]),
    name,
    far,
  ])
}

function directoryEnd(count: number, bytes: number, at: number): Buffer {
  const far =
    at + bytes < most
      ? []
      : [
          fields([4, 0x06064b50], [8, 44], [2, version], [2, version], [4, 0], [4, 0]),
          fields([8, count], [8, count], [8, bytes], [8, at]),
          fields([4, 0x07064b50], [4, 0], [8, at + bytes], [4, 1]),
        ]
  return Buffer.concat([
    ...far,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count]),
    fields([4, bytes], [4, Math.min(at, most)], [2, 0]),
  ])
}

/** A ZIP of files as they are, written one after the other and never held; its size so far counts. */
export async function createStoredZip(path: string) {
  const file = await open(path, 'wx')
  const entries: Entry[] = []
  let at = 0
  const write = async (bytes: Uint8Array) => {
    await file.write(bytes, 0, bytes.length, at)
    at += bytes.length
  }
  return {
    async add(name: string, bytes: Uint8Array) {
      const entry = { name: Buffer.from(name), crc: crc32(bytes), size: bytes.length, at }
      entries.push(entry)
      await write(localHeader(entry))
      await write(bytes)
    },
    async close() {
      const start = at
      for (const entry of entries) await write(directoryEntry(entry))
      await write(directoryEnd(entries.length, at - start, start))
      await file.close()
    },
    async abort() {
      await file.close()
      await rm(path, { force: true })
    },
  }
}
