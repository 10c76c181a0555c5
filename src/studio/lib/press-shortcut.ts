import { type ShortcutName, shortcuts } from './shortcuts.ts'

/** Presses the keys of an act where the focus is, as a person would. */
export function pressShortcut(name: ShortcutName) {
  const target = document.activeElement ?? document.body
  for (const stroke of shortcuts[name].keys[0].split(' ')) {
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key: stroke, bubbles: true, cancelable: true }),
    )
  }
}
