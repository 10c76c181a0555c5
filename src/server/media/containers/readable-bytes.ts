import type { FileHandle } from 'node:fs/promises'

export type ReadableBytes = {
  size: number
  /** A copy of up to `length` bytes: fewer at the end, none beyond it. */
  read(at: number, length: number): Promise<Buffer>
}

const windowBytes = 64 * 1024

/** A file on this disk; many small reads side by side cost few of the disk. */
export function readableBytes(file: FileHandle, size: number): ReadableBytes & { forget(): void } {
  let window = { at: 0, bytes: Buffer.alloc(0) }
  return {
    size,
    async read(at, length) {
      const wanted = Math.max(0, Math.min(length, size - at))
      if (wanted > windowBytes) return readAt(file, at, wanted)
      if (at < window.at || at + wanted > window.at + window.bytes.length) {
        window = { at, bytes: await readAt(file, at, Math.min(windowBytes, size - at)) }
      }
      return Buffer.from(window.bytes.subarray(at - window.at, at - window.at + wanted))
    },
    /** What was read before may have changed. */
    forget() {
      window = { at: 0, bytes: Buffer.alloc(0) }
    },
  }
}

async function readAt(file: FileHandle, at: number, length: number) {
  const bytes = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, at)
  return bytes.subarray(0, bytesRead)
}
