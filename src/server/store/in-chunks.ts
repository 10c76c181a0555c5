import { setImmediate as breathe } from 'node:timers/promises'

/** Rows that are changed before others get their turn. */
const chunk = 2000

/** Gives a long list in parts, as JSON for `json_each`, and lets others run between them. */
export async function* inChunks(list: readonly (number | string)[]): AsyncGenerator<string> {
  for (let at = 0; at < list.length; at += chunk) {
    if (at) await breathe()
    yield JSON.stringify(list.slice(at, at + chunk))
  }
}
