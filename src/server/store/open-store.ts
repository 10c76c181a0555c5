import { openDatabase } from './open-database.ts'
import { type CatalogueRows, createCatalogueRows } from './catalogue-rows.ts'
import { createExtensionRows, type ExtensionRows } from './extension-rows.ts'
import { createGenerationRows, type GenerationRows } from './generation-rows.ts'
import { type BoardRows, createBoardRows } from './board-rows.ts'
import { createLinkRows, type LinkRows } from './link-rows.ts'
import { createTrashRows, type TrashRows } from './trash-rows.ts'
import { createMarkRows, type MarkRows } from './mark-rows.ts'
import { createMediaRows, type MediaRows } from './media-rows.ts'
import { createPresetRows, type PresetRows } from './preset-rows.ts'
import { createPromptRows, type PromptRows } from './prompt-rows.ts'
import { createQueueRows, type QueueRows } from './queue-rows.ts'
import { createReportRows, type ReportRows } from './report-rows.ts'
import { createSettingRows, type SettingRows } from './setting-rows.ts'
import { createSpendingRows, type SpendingRows } from './spending-rows.ts'
import { createTileRows, type TileRows } from './tile-rows.ts'
import { createTakenRows, type TakenRows } from './taken-rows.ts'
import { createUploadRows, type UploadRows } from './upload-rows.ts'

export type Store = {
  generations: GenerationRows
  media: MediaRows
  marks: MarkRows
  boards: BoardRows
  trash: TrashRows
  links: LinkRows
  uploads: UploadRows
  settings: SettingRows
  presets: PresetRows
  prompts: PromptRows
  queue: QueueRows
  spending: SpendingRows
  report: ReportRows
  taken: TakenRows
  extensions: ExtensionRows
  catalogue: CatalogueRows
  tiles: TileRows
  close(): Promise<void>
}

/** @throws NewerSchemaError */
export function openStore(path: string): Store {
  const db = openDatabase(path)
  return {
    generations: createGenerationRows(db),
    media: createMediaRows(db),
    marks: createMarkRows(db),
    boards: createBoardRows(db),
    trash: createTrashRows(db),
    links: createLinkRows(db),
    uploads: createUploadRows(db),
    settings: createSettingRows(db),
    presets: createPresetRows(db),
    prompts: createPromptRows(db),
    queue: createQueueRows(db),
    spending: createSpendingRows(db),
    report: createReportRows(db),
    taken: createTakenRows(db),
    extensions: createExtensionRows(db),
    catalogue: createCatalogueRows(db),
    tiles: createTileRows(db),
    close: () => db.destroy(),
  }
}
