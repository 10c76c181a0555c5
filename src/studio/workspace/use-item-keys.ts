import type { ShortcutName } from '../lib/shortcuts.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import type { Acts } from './use-acts.ts'

const names = [
  'reuse',
  'again',
  'edit',
  'useAsReference',
  'useAsStart',
  'useAsEnd',
  'addToTimeline',
  'extendForward',
  'extendBackward',
  'reframe',
  'makeFinal',
] as const satisfies readonly ShortcutName[]

type ItemKeys = { acts: Acts; seqs: readonly number[]; isOn: boolean }

/** The keys of the ways on, for what is chosen or in focus on the wall. */
export function useItemKeys({ acts, seqs, isOn }: ItemKeys) {
  const handlers = Object.fromEntries(names.map((name) => [name, () => acts.run(name, seqs)]))
  useShortcuts(['item'], handlers, isOn && seqs.length > 0)
}
