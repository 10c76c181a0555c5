import { open } from 'node:fs/promises'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'
import { piecesBytes } from './inside/pieces.ts'
import { readPieces } from './inside/read-pieces.ts'
import { rewriteFile } from './inside/rewrite-file.ts'
import { tellableJson, toldOf } from './inside/told.ts'
import { type ManifestEntry, manifestEntry } from './manifest-entry.ts'
import { manifestHead, manifestRow } from './manifest-row.ts'
import { nameFiles } from './name-files.ts'
import { type TakenItem, takenItems } from './taken-items.ts'
import { createUniqueNames } from './unique-names.ts'
import type { ZipEntry } from './zip/zip-bytes.ts'

export type Wanted = {
  seqs: ArrayLike<number>
  /** How many files there are. */
  files: number
  metadata: boolean
  template: string
}

type Parts = { store: Store; folder: DataFolder }

/** Names of a file in the archive, open while it is the current one. */
async function* mediaEntries(
  { folder }: Parts,
  { record }: TakenItem,
  names: (string | null)[],
  metadata: boolean,
): AsyncGenerator<ZipEntry> {
  for (const [index, { sha256, media_type }] of record.outputs.entries()) {
    const file = await open(folder.mediaFile(sha256), 'r').catch(() => null)
    if (!file) {
      names[index] = null
      continue
    }
    try {
      const pieces = await rewriteFile(file, media_type, metadata ? toldOf(record) : null)
      yield {
        name: names[index]!,
        lastModified: new Date(record.settled_at ?? record.created_at),
        size: piecesBytes(pieces),
        input: readPieces(file, pieces),
      }
    } finally {
      await file.close()
    }
  }
}

/** The media one after the other, then what is to be known of them. */
export async function* zipEntries(parts: Parts, wanted: Wanted): AsyncGenerator<ZipEntry> {
  const { seqs, files, metadata, template } = wanted
  const unique = createUniqueNames(['manifest.json', 'manifest.csv'])
  const namesOf = new Map<number, (string | null)[]>()
  let n = 0
  for await (const item of takenItems(parts.store, seqs)) {
    const { seq, outputs } = item.record
    if (outputs.length) n++
    const names: (string | null)[] = nameFiles(item.record, template, { n, of: files }, unique)
    namesOf.set(seq, names)
    yield* mediaEntries(parts, item, names, metadata)
  }

  async function* told(): AsyncGenerator<ManifestEntry> {
    for await (const item of takenItems(parts.store, seqs)) {
      const names = namesOf.get(item.record.seq)
      if (names) yield manifestEntry(item, names)
    }
  }
  const lastModified = new Date()
  yield { name: 'manifest.json', lastModified, input: jsonOf(told()) }
  yield { name: 'manifest.csv', lastModified, input: csvOf(told()) }
}

async function* jsonOf(entries: AsyncIterable<ManifestEntry>) {
  let before = '[\n'
  for await (const entry of entries) {
    yield before + tellableJson(entry, 1)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* csvOf(entries: AsyncIterable<ManifestEntry>) {
  yield manifestHead
  for await (const entry of entries) yield manifestRow(entry)
}
