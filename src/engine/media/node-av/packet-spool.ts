import { open, rm } from 'node:fs/promises'
import type { Packet } from 'node-av/lib'

export type SpooledPacket = { bytes: Buffer; pts: bigint; dts: bigint; isKey: boolean }

/** Packets on disk until the file they belong in can be written; in its encoder's time base. */
export async function openPacketSpool(path: string) {
  const file = await open(path, 'w+')
  const index: (Omit<SpooledPacket, 'bytes'> & { at: number; size: number })[] = []
  let at = 0
  return {
    async add({ data, pts, dts, isKeyframe }: Packet) {
      if (!data) return
      const size = data.length
      await file.write(data, 0, size, at)
      index.push({ pts, dts, isKey: isKeyframe, at, size })
      at += size
    },
    async *read(): AsyncGenerator<SpooledPacket> {
      for (const entry of index) {
        const bytes = Buffer.alloc(entry.size)
        await file.read(bytes, 0, entry.size, entry.at)
        yield { ...entry, bytes }
      }
    },
    async remove() {
      await file.close()
      await rm(path, { force: true })
    },
  }
}
