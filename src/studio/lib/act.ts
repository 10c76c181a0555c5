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

/** The act of a key: of two the first that can be done, else one that says why not. */
export const actOf = (acts: readonly Act[], name: ShortcutName): Act | undefined =>
  acts.find((act) => act.name === name && !act.unavailable) ?? acts.find((act) => act.name === name)
