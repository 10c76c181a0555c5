const ansi: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f' }

/** What `$'…'` says, as browsers copy a request with a line break or an exclamation mark. */
const unescapeAnsi = (text: string) =>
  text.replace(
    /\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|([\s\S]))/gi,
    (_, hex: string | undefined, code: string | undefined, sign: string) =>
      hex || code
        ? String.fromCharCode(Number.parseInt((hex ?? code) as string, 16))
        : (ansi[sign] ?? sign),
  )

const token =
  /\\\r?\n|(\s+)|'([^']*)'|\$'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+|.)/gy

/** The words of a shell command with their quotes taken off. Expands nothing, runs nothing. */
export function shellWords(command: string): string[] {
  const words: string[] = []
  let word: string | null = null
  for (const match of command.matchAll(token)) {
    const [whole, space, single, dollar, double, escaped, bare] = match
    if (space !== undefined) {
      if (word !== null) words.push(word)
      word = null
      continue
    }
    const said =
      single ??
      (dollar === undefined ? undefined : unescapeAnsi(dollar)) ??
      double?.replace(/\\([$`"\\\n])/g, (_, sign: string) => (sign === '\n' ? '' : sign)) ??
      escaped ??
      bare
    if (said !== undefined) word = (word ?? '') + said
    else if (!whole.startsWith('\\')) word = (word ?? '') + whole
  }
  return word === null ? words : [...words, word]
}
