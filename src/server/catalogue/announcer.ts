/** Says that something changed: at once, and what follows at most once in a while. */
export function createAnnouncer(say: () => void, everyMs: number) {
  let timer: NodeJS.Timeout | undefined
  let isDue = false

  function rest() {
    timer = setTimeout(() => {
      timer = undefined
      if (isDue) announce()
    }, everyMs)
    timer.unref()
  }
  function announce() {
    isDue = timer !== undefined
    if (isDue) return
    say()
    rest()
  }
  return {
    announce,
    close() {
      clearTimeout(timer)
    },
  }
}
