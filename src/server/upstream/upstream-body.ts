import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { GenerationRequest } from '#contract/request.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { encodeRequest } from '#contract/wire.ts'
import { sayable } from '#contract/wire-ref.ts'

/** How a reference travels: as it stands, or as the bytes of a file here. */
export type Carried =
  { ref: MediaRef } | { file: { path: string; bytes: number; media_type: string } }

/** A request as it goes out: its exact length, its bytes, and what of it is kept for people. */
export type UpstreamBody = {
  length: number
  chunks(): AsyncGenerator<Uint8Array>
  /** The JSON with media bytes left out. */
  sent: unknown
}

/** Whole groups of three bytes, so that each read is base64 of its own. */
const readBytes = 3 * 64 * 1024

async function* base64Of(path: string, bytes: number): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(readBytes)
    for (let at = 0; at < bytes;) {
      let filled = 0
      const wanted = Math.min(readBytes, bytes - at)
      while (filled < wanted) {
        const { bytesRead } = await file.read(buffer, filled, wanted - filled, at + filled)
        if (bytesRead === 0) throw new Error('An archived file is shorter than it was.')
        filled += bytesRead
      }
      at += filled
      yield Buffer.from(buffer.toString('base64', 0, filled), 'latin1')
    }
  } finally {
    await file.close()
  }
}

/** Never holds a file whole: its base64 is made while it is sent. */
export function upstreamBody(
  request: GenerationRequest,
  carry: (ref: MediaRef) => Carried,
): UpstreamBody {
  const mark = `@${randomUUID()}`
  const files: { path: string; bytes: number }[] = []
  const wire = encodeRequest(request, (ref) => {
    const carried = carry(ref)
    if ('ref' in carried) return sayable(carried.ref)
    const at = files.push(carried.file) - 1
    return { data: `${mark}:${at}@`, media_type: carried.file.media_type }
  })
  const sent = encodeRequest(request, (ref) => {
    const carried = carry(ref)
    if ('ref' in carried) return sayable(carried.ref)
    const { bytes, media_type } = carried.file
    return { data: `(${bytes} bytes, left out here)`, media_type }
  })
  const parts = JSON.stringify(wire)
    .split(new RegExp(`${mark}:(\\d+)@`))
    .map((part, index) => (index % 2 ? files[Number(part)] : Buffer.from(part)))
    .filter((part) => part !== undefined)
  const lengthOf = (part: (typeof parts)[number]) =>
    'path' in part ? Math.ceil(part.bytes / 3) * 4 : part.length
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0)

  async function* chunks() {
    for (const part of parts) {
      if ('path' in part) yield* base64Of(part.path, part.bytes)
      else yield part
    }
  }
  return { length, chunks, sent }
}
