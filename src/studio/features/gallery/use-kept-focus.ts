import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'

/**
 * The focus of a wall whose elements come and go: when the focused one is taken away, the one that
 * stands for it now has it.
 */
export function useKeptFocus(elementOf: () => HTMLElement | null | undefined) {
  const isKept = useRef(false)
  const [seen, setSeen] = useState<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (isKept.current && (!activeElement || activeElement === body)) {
      elementOf()?.focus({ preventScroll: true })
    }
  })
  return {
    /** What has it, if it was brought there by keys. */
    seen,
    handlers: {
      onFocus({ target }: FocusEvent<HTMLElement>) {
        isKept.current = true
        if (!target.closest('[data-layer]'))
          setSeen(target.matches(':focus-visible') ? target : null)
      },
      onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
        if (!relatedTarget || currentTarget.contains(relatedTarget)) return
        isKept.current = false
        setSeen(null)
      },
    },
  }
}
