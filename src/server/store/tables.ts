import type { Generated, GeneratedAlways, Selectable } from 'kysely'
import type { GenerationType, Model } from '#contract/draft.ts'
import type { Step } from '#contract/family.ts'
import type { HeldReason, State, World } from '#contract/generation.ts'
import type { Review } from '#contract/marks.ts'

type Json = string
type Instant = string

export type GenerationsTable = {
  /** Grows with every submission: the order of the gallery and of the queue. */
  seq: Generated<number>
  id: string
  state: State
  world: World
  model: Model
  /** Type, model, resolution and duration: what decides how long it takes. */
  kind: string
  request: Json
  request_hash: string
  sent: Json | null
  upstream_id: string | null
  created_at: Instant
  submitted_at: Instant | null
  settled_at: Instant | null
  failure_code: string | null
  failure_reason: string | null
  failure_path: string | null
  price: Json | null
  understood: Json | null
  /** For `held`: not before this; `null` waits for a person. */
  retry_at: Instant | null
  held_reason: HeldReason | null
  set_id: string | null
  /** Counted from one. */
  set_position: number | null
  set_size: number | null
  /** How often it was sent; above 1 only where the upstream surely did not keep it. */
  attempts: Generated<number>
  /** Read from `request` by the database. */
  prompt: GeneratedAlways<string>
  ratio: Generated<string | null>
  resolution: Generated<string | null>
  hdr: Generated<number>
  /** Width over height in thousandths: the result's, or what was asked for. */
  aspect: Generated<number>
  favourite: Generated<number>
  stars: Generated<number>
  review: Generated<Review | null>
  note: Generated<string>
  trashed_at: Generated<Instant | null>
  /** Its media are gone for good; the row stays for the money. */
  erased_at: Generated<Instant | null>
  /** Where a person put it among what waits; `null` is the order of submission. */
  queue_place: Generated<number | null>
}

type MediaTable = {
  sha256: string
  medium: 'image' | 'video' | 'file'
  media_type: string
  bytes: number
  width: number | null
  height: number | null
  frames: number | null
  fps: number | null
  duration_s: number | null
  /** Base64. */
  thumbhash: string | null
}

type OutputsTable = { generation_id: string; position: number; sha256: string }

type UploadsTable = {
  id: string
  sha256: string
  created_at: Instant
  /** The media it was made of, and its frame or the first of a part. */
  from_sha256: Generated<string | null>
  from_frame: Generated<number | null>
}

type TagsTable = { seq: number; tag: string }

type BoardsTable = { id: string; name: string; find: string | null; created_at: Instant }

type BoardItemsTable = { board_id: string; seq: number }

type LinksTable = {
  child: number
  parent: number
  step: Step
  frame: number | null
  /** Which field of the request names the parent; the step for those that name none. */
  path: string
}

type SettingsTable = { name: string; value: Json }

type PresetsTable = {
  id: string
  name: string
  draft: Json
  plan: Json | null
  saved_at: Instant
}

type PromptsTable = {
  /** Grows with every use: the order of the history. */
  id: Generated<number>
  prompt: string
  type: GenerationType
  used_at: Instant
  times: number
}

export type Tables = {
  generations: GenerationsTable
  media: MediaTable
  outputs: OutputsTable
  uploads: UploadsTable
  settings: SettingsTable
  presets: PresetsTable
  prompts: PromptsTable
  tags: TagsTable
  boards: BoardsTable
  board_items: BoardItemsTable
  links: LinksTable
}

export type GenerationRow = Selectable<GenerationsTable>
export type PresetRow = Selectable<PresetsTable>
export type MediaRow = Selectable<MediaTable>
