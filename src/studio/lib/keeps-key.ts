const moving = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']
const pressing = [' ', 'Enter']

type Press = Pick<KeyboardEvent, 'target' | 'key' | 'ctrlKey' | 'metaKey'>

/** Whether a keystroke belongs to the control it was made in, so that shortcuts leave it alone. */
export function keepsKey({ target, key, ctrlKey, metaKey }: Press): boolean {
  if (!(target instanceof HTMLElement) || ctrlKey || metaKey) return false
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range') return moving.includes(key)
    if (target.type === 'radio') return moving.includes(key) || key === ' '
    return true
  }
  return target.matches('a, button, summary') && pressing.includes(key)
}
