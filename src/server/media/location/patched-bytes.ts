import { type FileHandle, open } from 'node:fs/promises'

/** Bytes that may be overwritten, but neither lengthened nor shortened, so that offsets hold. */
export type PatchedBytes = {
  size: number
  /** A copy of up to `length` bytes: fewer at the end, none beyond it. */
  read(at: number, length: number): Promise<Buffer>
  write(at: number, bytes: Uint8Array): Promise<void>
}

const windowBytes = 64 * 1024

/** A file on this disk; many small reads side by side cost few of the disk. */
export async function patchFile<T>(
  path: string,
  patch: (bytes: PatchedBytes) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    let isChanged = false
    let window = { at: 0, bytes: Buffer.alloc(0) }
    const done = await patch({
      size,
      async read(at, length) {
        const wanted = Math.max(0, Math.min(length, size - at))
        if (wanted > windowBytes) return readAt(file, at, wanted)
        if (at < window.at || at + wanted > window.at + window.bytes.length) {
          window = { at, bytes: await readAt(file, at, Math.min(windowBytes, size - at)) }
        }
        return Buffer.from(window.bytes.subarray(at - window.at, at - window.at + wanted))
      },
      async write(at, bytes) {
        isChanged = true
        window = { at: 0, bytes: Buffer.alloc(0) }
        await file.write(bytes, 0, bytes.length, at)
      },
    })
    if (isChanged) await file.sync()
    return done
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, at: number, length: number) {
  const bytes = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, at)
  return bytes.subarray(0, bytesRead)
}
