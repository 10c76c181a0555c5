/** Puts words where the caret is, as if they were typed, with a space before them where one is due. */
export function writeInto(box: HTMLTextAreaElement | null | undefined, words: string) {
  if (!box) return
  const { selectionStart, selectionEnd, value } = box
  const isTight = selectionStart > 0 && !/\s/.test(value[selectionStart - 1] ?? '')
  box.focus()
  box.setRangeText(isTight ? ` ${words}` : words, selectionStart, selectionEnd, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
