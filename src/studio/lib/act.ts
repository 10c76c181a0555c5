import type { ShortcutName } from './shortcuts.ts'

/** Something that can be done with an item, from wherever it is shown. */
export type Act = {
  name: ShortcutName
  label: string
  /** What comes with it. */
  note?: string | undefined
  /** Why it cannot be done with this one. */
  unavailable?: string | undefined
  /** What it is folded away under. */
  under?: string | undefined
  run: () => void
}

/** The acts that take the frame that is in sight are folded under these words. */
export const ofShownFrame = 'From the frame on show'

/** The acts that can be done, by the name of their key; of two for one key the first. */
export const runnable = (acts: readonly Act[]): Partial<Record<ShortcutName, () => void>> =>
  Object.fromEntries(
    acts
      .filter(({ unavailable }) => !unavailable)
      .toReversed()
      .map(({ name, run }) => [name, run]),
  )
