import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { piecesBytes } from './pieces.ts'
import { readPieces } from './read-pieces.ts'
import { rewriteFile } from './rewrite-file.ts'
import type { Told } from './told.ts'

export const told: Told = {
  prompt: 'A fox & a <crow> "at dawn" 🦊\u0000 déjà',
  settings: '{"type":"image","aspect_ratio":"3:2"}',
  id: '0f2d3c4b-1111-4222-8333-444455556666',
  upstream_id: 'up-1',
  world: 'local',
  model: 'uni-1',
  created_at: '2026-11-27T16:00:00.000Z',
}

/** The bytes of a file as they are taken away. */
export async function rewritten(path: string, mediaType: string, what: Told | null) {
  const file = await open(path, 'r')
  try {
    const pieces = await rewriteFile(file, mediaType, what)
    const bytes: Uint8Array[] = []
    for await (const piece of readPieces(file, pieces)) bytes.push(piece)
    const all = Buffer.concat(bytes)
    if (all.length !== piecesBytes(pieces)) throw new Error('Another length was promised.')
    return all
  } finally {
    await file.close()
  }
}

export async function rewrittenBytes(
  folder: string,
  bytes: Uint8Array,
  mediaType: string,
  what: Told | null,
) {
  const path = join(folder, 'given')
  await writeFile(path, bytes)
  return rewritten(path, mediaType, what)
}
