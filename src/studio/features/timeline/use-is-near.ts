import { useEffect, useState } from 'react'

/** Whether the focus is inside an element, or nowhere: then keys may be meant for it. */
export function useIsNear(element: HTMLElement | null): boolean {
  const [isNear, setIsNear] = useState(true)
  useEffect(() => {
    if (!element) return undefined
    const read = (target: EventTarget | null) =>
      setIsNear(!(target instanceof Node) || target === document.body || element.contains(target))
    const onIn = (event: FocusEvent) => read(event.target)
    const onOut = (event: FocusEvent) => read(event.relatedTarget)
    read(document.activeElement)
    document.addEventListener('focusin', onIn)
    document.addEventListener('focusout', onOut)
    return () => {
      document.removeEventListener('focusin', onIn)
      document.removeEventListener('focusout', onOut)
    }
  }, [element])
  return isNear
}
