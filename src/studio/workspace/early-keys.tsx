import { useEffect, useRef } from 'react'
import { pressShortcut } from '../lib/press-shortcut.ts'
import type { ShortcutName } from '../lib/shortcuts.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'

/** Stands where the tools of the wall will be: a key for them is pressed again when they are there. */
export function EarlyKeys() {
  const pressed = useRef<ShortcutName | null>(null)
  const keep = (name: ShortcutName) => () => {
    pressed.current = name
  }
  useShortcuts(['anywhere'], {
    search: keep('search'),
    goToBoards: keep('goToBoards'),
    goToTrash: keep('goToTrash'),
  })
  useEffect(
    () => () => {
      const name = pressed.current
      pressed.current = null
      if (name) setTimeout(() => pressShortcut(name))
    },
    [],
  )
  return <div className="h-12 shrink-0 border-b" />
}
