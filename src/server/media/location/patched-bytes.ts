import { open } from 'node:fs/promises'
import { type ReadableBytes, readableBytes } from '../containers/readable-bytes.ts'

/** Bytes that may be overwritten, but neither lengthened nor shortened, so that offsets hold. */
export type PatchedBytes = ReadableBytes & {
  write(at: number, bytes: Uint8Array): Promise<void>
}

export async function patchFile<T>(
  path: string,
  patch: (bytes: PatchedBytes) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const { read, forget } = readableBytes(file, size)
    let isChanged = false
    const done = await patch({
      size,
      read,
      async write(at, bytes) {
        isChanged = true
        forget()
        await file.write(bytes, 0, bytes.length, at)
      },
    })
    if (isChanged) await file.sync()
    return done
  } finally {
    await file.close()
  }
}
