import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'

/**
 * The focus of a wall whose elements come and go: when the focused one is taken away, the one that
 * stands for it now has it.
 */
export function useKeptFocus(elementOf: () => HTMLElement | null | undefined) {
  const isKept = useRef(false)
  const [isSeen, setSeen] = useState(false)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (isKept.current && (!activeElement || activeElement === body)) {
      elementOf()?.focus({ preventScroll: true })
    }
  })
  return {
    /** Whether it was brought there by keys. */
    isSeen,
    handlers: {
      onFocus({ target }: FocusEvent<HTMLElement>) {
        isKept.current = true
        setSeen(target.matches(':focus-visible'))
      },
      onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
        if (!relatedTarget || currentTarget.contains(relatedTarget)) return
        isKept.current = false
        setSeen(false)
      },
    },
  }
}
