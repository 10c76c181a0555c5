const names: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
  shift: 'Shift',
}

const isApple = () => /Mac|iP(hone|ad|od)/.test(navigator.platform)

/** The caps of a stroke as they are printed on this person's keyboard. */
export function keyNames(stroke: string): string[] {
  if (stroke === ' ') return ['Space']
  return stroke.split(/[ +]/).map((key) => {
    if (key === 'mod') return isApple() ? '⌘' : 'Ctrl'
    return names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  })
}
