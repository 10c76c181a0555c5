import type { ShortcutName } from '../lib/shortcuts.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'

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

/** The keys of the ways on, for what is open, chosen or in focus. */
export function useItemKeys(run: (name: ShortcutName) => void, isOn = true) {
  const handlers = Object.fromEntries(names.map((name) => [name, () => run(name)]))
  useShortcuts(['item'], handlers, isOn)
}
