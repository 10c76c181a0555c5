import * as z from 'zod/mini'
import { type Find, readFind, writeFind } from '#contract/find.ts'

/** What the address bar keeps: what is open, and how it is looked at. */
export type Address = {
  /** The open generation. */
  item: string | null
  /** Which tab shows on a small screen; `queue` shows beside the wall on a large one. */
  panel: 'compose' | 'wall' | 'queue'
  /** What lies over the wall instead of it: spending, or the family of the open item. */
  view: 'usage' | 'family' | null
  /** What the wall shows, and in which order. */
  find: Find
  /** The first item in sight, by its place in the order of submission. */
  at: number | null
  /** Height of the wall's rows, CSS pixels. */
  size: number | null
  /** Every tile the same, or in its true shape. */
  layout: 'rows' | 'grid'
  /** Whether the bench under the wall is there; `null` leaves it to what is being written. */
  dock: 'open' | 'closed' | null
  /** What stands behind an open picture. */
  ground: string | null
}

const docks = ['open', 'closed'] as const
const panels = ['compose', 'wall', 'queue'] as const
const views = ['usage', 'family'] as const
/** An open item is over the wall, so an address that names one shows it. */
const usualPanel = (item: string | null) => (item ? 'wall' : 'compose')

const uuid = z.uuid()
const sizePx = z.coerce.number().check(z.int(), z.gte(80), z.lte(800))
const place = z.coerce.number().check(z.int(), z.positive())

const one = <Value extends string>(values: readonly Value[], text: string | null) =>
  values.find((value) => value === text) ?? null

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const item = uuid.safeParse(query.get('item')).data ?? null
  const size = sizePx.safeParse(query.get('size') ?? undefined)
  const at = place.safeParse(query.get('at') ?? undefined)
  return {
    item,
    panel: one(panels, query.get('panel')) ?? usualPanel(item),
    view: one(views, query.get('view')),
    find: readFind(query),
    at: at.success ? at.data : null,
    size: size.success ? size.data : null,
    layout: query.get('layout') === 'grid' ? 'grid' : 'rows',
    dock: one(docks, query.get('dock')),
    ground: query.get('ground'),
  }
}

export function writeAddress(address: Address): string {
  const { item, panel, view, find, at, size, layout, dock, ground } = address
  const query = writeFind(find)
  if (item) query.set('item', item)
  if (panel !== usualPanel(item)) query.set('panel', panel)
  if (view) query.set('view', view)
  if (at) query.set('at', String(at))
  if (size) query.set('size', String(size))
  if (layout === 'grid') query.set('layout', layout)
  if (dock) query.set('dock', dock)
  if (ground) query.set('ground', ground)
  return query.size ? `?${query}` : location.pathname
}
