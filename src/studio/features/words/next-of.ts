/**
 * Where an arrow key leads in a list of `count` below a field; −1 is the field. `null`: not a key
 * for moving, or nowhere to go.
 */
export function nextOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : null
  if (at < 0) return null
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
