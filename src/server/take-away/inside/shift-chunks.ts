import { mp4Boxes } from '../../media/containers/mp4-boxes.ts'

const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
const mostOffset = 0xffff_ffff

/**
 * Moves, in place, every place of the file that a `moov` names and that is not before `from`.
 *
 * @returns false when one would not fit any more, or is named in a way that is not known here
 */
export async function shiftChunks(moov: Buffer, from: number, by: number): Promise<boolean> {
  const read = async (at: number, length: number) => moov.subarray(at, at + length)

  function shiftShort(table: Buffer) {
    for (let at = 8, left = countOf(table, 4); left > 0; at += 4, left--) {
      const offset = table.readUInt32BE(at)
      if (offset < from) continue
      if (offset + by > mostOffset) return false
      table.writeUInt32BE(offset + by, at)
    }
    return true
  }

  function shiftLong(table: Buffer) {
    for (let at = 8, left = countOf(table, 8); left > 0; at += 8, left--) {
      const offset = table.readBigUInt64BE(at)
      if (offset >= BigInt(from)) table.writeBigUInt64BE(offset + BigInt(by), at)
    }
    return true
  }

  async function walk(at: number, to: number): Promise<boolean> {
    for await (const box of mp4Boxes({ read }, at, to)) {
      const inside = moov.subarray(box.from, box.to)
      if (box.type === 'saio') return false
      if (box.type === 'stco' && !shiftShort(inside)) return false
      if (box.type === 'co64' && !shiftLong(inside)) return false
      if (containers.has(box.type) && !(await walk(box.from, box.to))) return false
    }
    return true
  }
  return walk(0, moov.length)
}

/** As many entries as are really there. */
function countOf(table: Buffer, entryBytes: number) {
  const there = Math.max(0, Math.floor((table.length - 8) / entryBytes))
  return there === 0 ? 0 : Math.min(there, table.readUInt32BE(4))
}
