const longest = 80
const oneLine = 14
const twoLines = 36

function pieces(text: string): { parts: string[]; joint: string } {
  const words = text.split(' ')
  if (words.length > 1 || text.length <= oneLine) return { parts: words, joint: ' ' }
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  return { parts: graphemes.map(({ segment }) => segment), joint: '' }
}

function pack(parts: string[], joint: string, limit: number): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + joint.length + part.length <= limit)
      lines[lines.length - 1] = last + joint + part
    else lines.push(part)
  }
  return lines
}

/** One to three lines of nearly equal length; more than 80 characters end in an ellipsis. */
export function textLines(text: string): string[] {
  const clean = text.replace(/[\s\p{C}]+/gu, ' ').trim()
  const whole = [...clean]
  const kept =
    whole.length > longest
      ? `${whole
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : clean
  const { parts, joint } = pieces(kept)
  const count = Math.min(kept.length <= oneLine ? 1 : kept.length <= twoLines ? 2 : 3, parts.length)
  let limit = Math.ceil(kept.length / count)
  while (pack(parts, joint, limit).length > count) limit++
  return pack(parts, joint, limit)
}
