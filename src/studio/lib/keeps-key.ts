const moving = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']
const pressing = [' ', 'Enter']
const undoing = ['z', 'y']
const notWrittenIn = ['range', 'radio', 'checkbox', 'button', 'submit', 'file']

/** Whether the browser itself undoes what was typed there. */
const isWrittenIn = (target: HTMLElement) =>
  target instanceof HTMLTextAreaElement ||
  target.isContentEditable ||
  (target instanceof HTMLInputElement && !notWrittenIn.includes(target.type))

type Press = Pick<KeyboardEvent, 'target' | 'key' | 'ctrlKey' | 'metaKey'>

/** Whether a keystroke belongs to the control it was made in, so that shortcuts leave it alone. */
export function keepsKey({ target, key, ctrlKey, metaKey }: Press): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (ctrlKey || metaKey) return undoing.includes(key.toLowerCase()) && isWrittenIn(target)
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range') return moving.includes(key)
    if (target.type === 'radio') return moving.includes(key) || key === ' '
    if (!isWrittenIn(target)) return pressing.includes(key)
    return true
  }
  return target.matches('a, button, summary') && pressing.includes(key)
}
