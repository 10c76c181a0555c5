import type { Generation } from '#contract/generation.ts'

/** What a file says of itself. */
export type Told = {
  prompt: string
  /** The request without the prompt, as JSON. */
  settings: string
  id: string
  upstream_id: string | null
  world: Generation['world']
  model: string
  created_at: string
}

export const worldNames: Record<Generation['world'], string> = {
  local: 'Local engine, procedural',
  luma: 'Luma',
}

/** Media that a request carries as bytes are never told. */
const withoutBytes = (key: string, value: unknown) => (key === 'data' ? undefined : value)

export const tellableJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, withoutBytes, indent)

type Source = Pick<Generation, 'id' | 'upstream_id' | 'world' | 'model' | 'created_at' | 'request'>

export function toldOf({ id, upstream_id, world, model, created_at, request }: Source): Told {
  const { prompt, ...settings } = request
  const ids = { id, upstream_id, world, model, created_at }
  return { prompt, settings: tellableJson(settings), ...ids }
}

/** For fields that have no parts: what is shown by a player. */
export const commentOf = ({ world, model, id, upstream_id, created_at, settings }: Told): string =>
  [
    `${worldNames[world]}; ${model}; ${created_at}`,
    `id ${id}${upstream_id === null ? '' : `; upstream id ${upstream_id}`}`,
    settings,
  ].join('\n')
