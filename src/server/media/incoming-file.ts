import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'

const headBytes = 4096

export type Incoming = { path: string; sha256: string; bytes: number }

type Watch = {
  /** Called once with the first bytes (up to 4,096) before anything more is read. */
  onHead?: (head: Buffer) => void | Promise<void>
  /** Called with the count of bytes so far, before they are written. */
  onBytes?: (bytes: number) => void
  onFirstWrite?: () => void | Promise<void>
  onSynced?: () => void | Promise<void>
}

/**
 * Streams to a new file, hashing on the way, and syncs it. Whatever a watcher throws ends the
 * stream; after any failure the file is gone.
 */
export async function receiveFile(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  { onHead, onBytes, onFirstWrite, onSynced }: Watch = {},
): Promise<Incoming> {
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  let head: Buffer | null = Buffer.alloc(0)
  let isFirst = true

  const write = async (chunk: Uint8Array) => {
    hash.update(chunk)
    await file.appendFile(chunk)
    if (isFirst) await onFirstWrite?.()
    isFirst = false
  }
  const passHead = async () => {
    if (!head) return
    const whole = head
    head = null
    await onHead?.(whole.subarray(0, headBytes))
    if (whole.length) await write(whole)
  }

  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      onBytes?.(bytes)
      if (head) {
        head = Buffer.concat([head, chunk])
        if (head.length >= headBytes) await passHead()
      } else {
        await write(chunk)
      }
    }
    await passHead()
    await file.sync()
    await file.close()
    await onSynced?.()
    return { path, sha256: hash.digest('hex'), bytes }
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
}

/** The name under which a file is kept, of one that was changed after it came. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
