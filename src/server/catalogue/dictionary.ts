export type Dictionary = ReturnType<typeof createDictionary>

/** Texts by small numbers, in the order in which they were first met; 0 is none. */
export function createDictionary() {
  const texts = ['']
  const codes = new Map([['', 0]])
  return {
    codeOf(text: string): number {
      const known = codes.get(text)
      if (known !== undefined) return known
      codes.set(text, texts.length)
      return texts.push(text) - 1
    },
    find: (text: string) => codes.get(text),
    textOf: (code: number) => texts[code] ?? '',
    size: () => texts.length,
  }
}
