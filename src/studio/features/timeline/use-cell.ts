import { useSyncExternalStore } from 'react'
import type { Cell } from './cell.ts'

/** What is read off a cell; renders only when that changes. `read` must give primitives. */
export function useCell<Value, Read extends string | number | boolean>(
  cell: Cell<Value>,
  read: (value: Value) => Read,
): Read {
  return useSyncExternalStore(cell.subscribe, () => read(cell.get()))
}
