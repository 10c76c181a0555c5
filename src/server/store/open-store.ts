import { openDatabase } from './open-database.ts'
import { createGenerationRows, type GenerationRows } from './generation-rows.ts'
import { createMarkRows, type MarkRows } from './mark-rows.ts'
import { createMediaRows, type MediaRows } from './media-rows.ts'
import { createPresetRows, type PresetRows } from './preset-rows.ts'
import { createPromptRows, type PromptRows } from './prompt-rows.ts'
import { createSettingRows, type SettingRows } from './setting-rows.ts'
import { createSpendingRows, type SpendingRows } from './spending-rows.ts'
import { createUploadRows, type UploadRows } from './upload-rows.ts'

export type Store = {
  generations: GenerationRows
  media: MediaRows
  marks: MarkRows
  uploads: UploadRows
  settings: SettingRows
  presets: PresetRows
  prompts: PromptRows
  spending: SpendingRows
  close(): Promise<void>
}

/** @throws NewerSchemaError */
export function openStore(path: string): Store {
  const db = openDatabase(path)
  return {
    generations: createGenerationRows(db),
    media: createMediaRows(db),
    marks: createMarkRows(db),
    uploads: createUploadRows(db),
    settings: createSettingRows(db),
    presets: createPresetRows(db),
    prompts: createPromptRows(db),
    spending: createSpendingRows(db),
    close: () => db.destroy(),
  }
}
