import type { ShortcutName } from './shortcuts.ts'

/** Something that can be done with an item, from wherever it is shown. */
export type Act = {
  name: ShortcutName
  label: string
  /** What comes with it. */
  note?: string | undefined
  /** Why it cannot be done with this one. */
  unavailable?: string | undefined
  run: () => void
}

/** The acts that can be done, by the name of their key. */
export const runnable = (acts: readonly Act[]): Partial<Record<ShortcutName, () => void>> =>
  Object.fromEntries(
    acts.filter(({ unavailable }) => !unavailable).map(({ name, run }) => [name, run]),
  )
