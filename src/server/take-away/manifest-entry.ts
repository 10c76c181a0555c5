import type { Generation } from '#contract/generation.ts'
import type { TakenItem } from './taken-items.ts'

const worlds: Record<Generation['world'], string> = {
  local: 'Local engine: procedural, made on this machine',
  luma: 'Luma',
}

/** What a manifest says of one; `names` are those of its files, `null` where one is missing. */
export function manifestEntry(item: TakenItem, names: readonly (string | null)[]) {
  const { record, boards, parents } = item
  const { id, upstream_id, state, world, model, request } = record
  const { created_at, submitted_at, settled_at, failure_code, price, marks, understood } = record
  return {
    id,
    upstream_id,
    state,
    failure_code,
    world: worlds[world],
    type: request.type,
    model,
    request,
    created_at,
    submitted_at,
    settled_at,
    price,
    marks,
    boards,
    parents,
    files: record.outputs.map(({ sha256, media_type, bytes }, index) => ({
      name: names[index] ?? null,
      media_type,
      bytes,
      sha256,
    })),
    understood,
  }
}

export type ManifestEntry = ReturnType<typeof manifestEntry>
