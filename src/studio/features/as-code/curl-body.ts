import { shellWords } from './shell-words.ts'

const dataFlag = /^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)(?:=([\s\S]*))?$/
const heredoc = /<<-?\s*(['"]?)(\w+)\1[^\n]*\n([\s\S]*?)\n\s*\2(?:\n|$)/

/** The words that `printf '%s'` writes, one piece of the body after another. */
const printed = (words: readonly string[]) =>
  words.filter((_, at) => words[at - 2] === 'printf' && words[at - 1] === '%s')

/** The JSON text that a curl command sends; `null` where there is none to be seen. */
export function curlBody(command: string): string | null {
  const here = heredoc.exec(command)?.[3]
  if (here !== undefined) return here
  const words = shellWords(command)
  const pieces = printed(words)
  if (pieces.length) return pieces.join('')
  for (const [at, word] of words.entries()) {
    const flag = dataFlag.exec(word)
    const data = flag && (flag[1] ?? words[at + 1])
    if (data && !data.startsWith('@')) return data
    const glued = /^-d(?=\{)([\s\S]*)$/.exec(word)?.[1]
    if (glued) return glued
  }
  return null
}
