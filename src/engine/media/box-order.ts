import { open } from 'node:fs/promises'
import { MediaFault } from './media-fault.ts'

/**
 * The names of an mp4's top-level boxes in file order.
 *
 * @throws MediaFault when a box reaches past the end of the file.
 */
export async function boxOrder(path: string): Promise<string[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(16)
    const names: string[] = []
    for (let at = 0; at < size;) {
      await file.read(head, 0, 16, at)
      const name = head.toString('latin1', 4, 8)
      const short = head.readUInt32BE(0)
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short || size - at
      if (length < 8 || at + length > size) {
        throw new MediaFault(
          'corrupt',
          `it is cut off: its ${name} box needs ${length} bytes, ${size - at} are there`,
        )
      }
      names.push(name)
      at += length
    }
    return names
  } finally {
    await file.close()
  }
}
