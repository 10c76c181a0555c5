type Press = {
  key: string
  currentTarget: Pick<HTMLElement, 'querySelectorAll'>
  preventDefault: () => void
}

/** Up and down go from one to the next of what `selector` names, as in a menu. */
export function moveFocus(event: Press, selector: string) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const next = places[places.findIndex((place) => place === document.activeElement) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
