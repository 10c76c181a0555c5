const quotes = [
  /“([^”“\n]{1,160})”/gu,
  /„([^“”\n]{1,160})[“”]/gu,
  /«([^«»\n]{1,160})»/gu,
  /「([^「」\n]{1,160})」/gu,
  /"([^"\n]{1,160})"/gu,
  /(?<![\p{L}\p{N}])['‘]((?:[^'‘’\n]|['’](?=\p{L})){1,160})['’](?![\p{L}\p{N}])/gu,
]
const said =
  /\b(?:says|saying|reads|reading|that say|spelling|spells)[:,]?\s+((?:[\p{Lu}\p{N}!?&'-]{2,}\s*){1,8})/gu

/**
 * Words to set as type: what stands in quotes, or in capitals after “says” or “reading”. A prompt
 * that is quoted as a whole is a prompt.
 * @returns the text, several pieces joined by a middle dot, and the prompt without it
 */
export function quotedText(prompt: string): { text: string | null; rest: string } {
  const found: { at: number; text: string }[] = []
  let rest = prompt
  for (const pattern of [...quotes, said]) {
    rest = rest.replace(pattern, (whole: string, inner: string, at: number) => {
      const text = inner.replace(/\s+/g, ' ').trim()
      if (!/[\p{L}\p{N}]/u.test(text)) return whole
      found.push({ at, text })
      return ' '.repeat(whole.length)
    })
  }
  if (found.length === 0) return { text: null, rest: prompt }
  if (!/[\p{L}\p{N}]/u.test(rest)) return { text: null, rest: found.map((f) => f.text).join(' ') }
  found.sort((a, b) => a.at - b.at)
  return { text: found.map((f) => f.text).join(' · '), rest }
}
