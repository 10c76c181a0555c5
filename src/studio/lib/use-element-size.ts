import { useState } from 'react'

/** A callback ref and the content box of what it is on, in CSS pixels; zero until measured. */
export function useElementSize() {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const ref = (element: HTMLElement | null) => {
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      setSize((last) => (last.width === width && last.height === height ? last : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }
  return [ref, size] as const
}
