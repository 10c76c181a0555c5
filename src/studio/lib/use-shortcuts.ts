import { useEffect, useEffectEvent, useRef } from 'react'
import { keepsKey } from './keeps-key.ts'
import { type Scope, shortcutFor, type ShortcutName, strokeOf } from './shortcuts.ts'

type Handlers = Partial<Record<ShortcutName, () => void>>

const sequenceMs = 1000

/** Lets keys of the table act wherever the focus is, unless the focused control needs them. */
export function useShortcuts(scopes: readonly Scope[], handlers: Handlers, isOn = true) {
  const before = useRef<{ stroke: string; at: number } | null>(null)
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || event.defaultPrevented || event.altKey || keepsKey(event)) return
    if (document.querySelector('[role="dialog"][data-state="open"]')) return
    const last = before.current
    const recent = last && event.timeStamp - last.at < sequenceMs ? last.stroke : null
    const name = shortcutFor(event, scopes, recent)
    before.current = { stroke: strokeOf(event), at: event.timeStamp }
    const act = name && handlers[name]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
