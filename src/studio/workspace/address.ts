import * as z from 'zod/mini'

/** What the address bar keeps: what is open, and how it is looked at. */
export type Address = {
  /** The open generation. */
  item: string | null
  /** Which tab shows on a small screen. */
  panel: 'compose' | 'wall'
  /** Height of the wall's rows, CSS pixels. */
  size: number | null
  /** Whether the bench under the wall is there; `null` leaves it to what is being written. */
  dock: 'open' | 'closed' | null
  /** What stands behind an open picture. */
  ground: string | null
}

const docks = ['open', 'closed'] as const
const panels = ['compose', 'wall'] as const
/** An open item is over the wall, so an address that names one shows it. */
const usualPanel = (item: string | null) => (item ? 'wall' : 'compose')

const uuid = z.uuid()
const sizePx = z.coerce.number().check(z.int(), z.gte(80), z.lte(800))

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const item = uuid.safeParse(query.get('item')).data ?? null
  const size = sizePx.safeParse(query.get('size') ?? undefined)
  return {
    item,
    panel: panels.find((panel) => panel === query.get('panel')) ?? usualPanel(item),
    size: size.success ? size.data : null,
    dock: docks.find((dock) => dock === query.get('dock')) ?? null,
    ground: query.get('ground'),
  }
}

export function writeAddress({ item, panel, size, dock, ground }: Address): string {
  const query = new URLSearchParams()
  if (item) query.set('item', item)
  if (panel !== usualPanel(item)) query.set('panel', panel)
  if (size) query.set('size', String(size))
  if (dock) query.set('dock', dock)
  if (ground) query.set('ground', ground)
  return query.size ? `?${query}` : location.pathname
}
