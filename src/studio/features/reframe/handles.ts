import type { Handle } from './rectangle-drag.ts'

type NamedHandle = { name: string; edges: Handle; cursor: string }

/** The eight places at which the rectangle is pulled; corners last, so that they lie on top. */
export const handles: readonly NamedHandle[] = [
  { name: 'n', edges: { x: 0, y: -1 }, cursor: 'ns-resize' },
  { name: 'e', edges: { x: 1, y: 0 }, cursor: 'ew-resize' },
  { name: 's', edges: { x: 0, y: 1 }, cursor: 'ns-resize' },
  { name: 'w', edges: { x: -1, y: 0 }, cursor: 'ew-resize' },
  { name: 'nw', edges: { x: -1, y: -1 }, cursor: 'nwse-resize' },
  { name: 'ne', edges: { x: 1, y: -1 }, cursor: 'nesw-resize' },
  { name: 'se', edges: { x: 1, y: 1 }, cursor: 'nwse-resize' },
  { name: 'sw', edges: { x: -1, y: 1 }, cursor: 'nesw-resize' },
]
