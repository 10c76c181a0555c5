/** A callback ref for the end of a list: asks for more before the end is seen. */
export function useMoreBelow(hasMore: boolean, onMore: () => void) {
  return (element: HTMLElement | null) => {
    if (!element || !hasMore || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore()
      },
      { rootMargin: '1200px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }
}
