import { thumbHashToDataURL } from 'thumbhash'

/** Work for one frame at most. */
const shareMs = 6
/** Blurs in memory at most. */
const most = 400

const known = new Map<string, string>()
const waiting = new Map<HTMLElement, string>()
let isBusy = false

function blurOf(thumbhash: string): string {
  const before = known.get(thumbhash)
  if (before !== undefined) return before
  let url = ''
  try {
    url = `url(${thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (sign) => sign.charCodeAt(0)))})`
  } catch {
    url = 'none'
  }
  known.set(thumbhash, url)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return url
}

function work() {
  const began = performance.now()
  for (const [element, thumbhash] of waiting) {
    waiting.delete(element)
    element.style.backgroundImage = blurOf(thumbhash)
    if (performance.now() - began > shareMs) break
  }
  isBusy = waiting.size > 0
  if (isBusy) requestAnimationFrame(work)
}

/** Shows the blur of a picture behind it, unless it is called off before its turn comes. */
export function showBlur(element: HTMLElement, thumbhash: string) {
  waiting.set(element, thumbhash)
  if (!isBusy) {
    isBusy = true
    requestAnimationFrame(work)
  }
  return () => void waiting.delete(element)
}
