import { openDatabase } from './open-database.ts'
import { createGenerationRows, type GenerationRows } from './generation-rows.ts'
import { createMediaRows, type MediaRows } from './media-rows.ts'
import { createUploadRows, type UploadRows } from './upload-rows.ts'

export type Store = {
  generations: GenerationRows
  media: MediaRows
  uploads: UploadRows
  close(): Promise<void>
}

/** @throws NewerSchemaError */
export function openStore(path: string): Store {
  const db = openDatabase(path)
  return {
    generations: createGenerationRows(db),
    media: createMediaRows(db),
    uploads: createUploadRows(db),
    close: () => db.destroy(),
  }
}
