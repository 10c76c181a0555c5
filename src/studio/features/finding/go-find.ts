import type { Find } from '#contract/find.ts'

/** Shows another find. `open` is a step that Back undoes; `replace` refines what is shown. */
export type GoFind = (find: Find, how: 'open' | 'replace') => void
