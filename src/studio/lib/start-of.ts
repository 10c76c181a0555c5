/** The first words of a text, cut at a word, for names and announcements. */
export function startOf(text: string, limit = 60): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line.length <= limit) return line
  const cut = line.slice(0, limit)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > limit / 2 ? space : limit)}…`
}
