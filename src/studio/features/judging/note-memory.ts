const keyOf = (seq: number) => `dailies:note:${seq}`

/** A note that could not be saved, kept in this browser until it can. */
export const noteMemory = {
  read: (seq: number) => localStorage.getItem(keyOf(seq)),
  keep(seq: number, note: string) {
    try {
      localStorage.setItem(keyOf(seq), note)
    } catch {
      return
    }
  },
  forget: (seq: number) => localStorage.removeItem(keyOf(seq)),
}
