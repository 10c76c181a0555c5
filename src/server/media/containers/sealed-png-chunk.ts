import { crc32 } from 'node:zlib'

/** With its length before it and its sum behind it. */
export function sealedPngChunk({ type, bytes }: { type: string; bytes: Uint8Array }): Buffer {
  const signed = Buffer.concat([Buffer.from(type, 'latin1'), bytes])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(bytes.length, 0)
  numbers.writeUInt32BE(crc32(signed), 4)
  return Buffer.concat([numbers.subarray(0, 4), signed, numbers.subarray(4)])
}
