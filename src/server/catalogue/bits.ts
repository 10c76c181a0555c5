/** One bit for each seq. */
export type Bits = Uint32Array

export const bitsFor = (last: number): Bits => new Uint32Array((last >>> 5) + 1)

export function setBit(bits: Bits, seq: number) {
  const at = seq >>> 5
  bits[at] = (bits[at] as number) | (1 << (seq & 31))
}

export const hasBit = (bits: Bits, seq: number) =>
  (((bits[seq >>> 5] ?? 0) >>> (seq & 31)) & 1) === 1

/** Those that are wanted, the highest first. */
export function seqsOf(bits: Bits, isWanted: (seq: number) => boolean): Uint32Array {
  const found = new Uint32Array(countBits(bits))
  let count = 0
  for (let at = bits.length - 1; at >= 0; at--) {
    for (let word = bits[at] as number; word !== 0;) {
      const bit = 31 - Math.clz32(word)
      word &= ~(1 << bit)
      const seq = at * 32 + bit
      if (isWanted(seq)) found[count++] = seq
    }
  }
  return found.subarray(0, count)
}

export function countBits(bits: Bits): number {
  let count = 0
  for (const word of bits) {
    let each = word - ((word >>> 1) & 0x55555555)
    each = (each & 0x33333333) + ((each >>> 2) & 0x33333333)
    count += Math.imul((each + (each >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}
