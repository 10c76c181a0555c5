const names = [':GPS', ':Location']
const nameSign = /[\w.-]/
const mostNameSigns = 64

/** Start and end of what must go; `null` when a property is there that has no end. */
type Found = { from: number; to: number } | null

/**
 * Blanks the properties of XMP that say where something was made (EXIF's GPS, IPTC's locations), in
 * place and with the same length. What cannot be taken apart is blanked whole.
 */
export function dropXmpLocation(xmp: Buffer): boolean {
  if (isWide(xmp)) return blankWide(xmp)
  const text = xmp.toString('latin1')
  let isChanged = false
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (xmp[at] === blank) continue
      const found = propertyAt(text, at)
      if (found === undefined) continue
      isChanged = true
      if (found === null) {
        xmp.fill(blank)
        return true
      }
      xmp.fill(blank, found.from, found.to)
    }
  }
  return isChanged
}

const blank = 0x20

function propertyAt(text: string, colon: number): Found | undefined {
  let start = colon
  while (colon - start < mostNameSigns && nameSign.test(text[start - 1] ?? '')) start--
  let end = colon + 1
  while (end - colon < mostNameSigns && nameSign.test(text[end] ?? '')) end++
  if (start === colon) return undefined
  if (text[start - 1] === '<') return elementAt(text, start, end)
  if (text.startsWith('</', start - 2)) return null
  return attributeAt(text, start, end)
}

function elementAt(text: string, start: number, end: number): Found {
  const open = text.indexOf('>', end)
  if (open < 0) return null
  if (text[open - 1] === '/') return { from: start - 1, to: open + 1 }
  const close = text.indexOf(`</${text.slice(start, end)}`, open)
  const last = close < 0 ? -1 : text.indexOf('>', close)
  return last < 0 ? null : { from: start - 1, to: last + 1 }
}

function attributeAt(text: string, start: number, end: number): Found | undefined {
  const skip = (at: number) => {
    let next = at
    while (next - at < mostNameSigns && /\s/.test(text[next] ?? '')) next++
    return next
  }
  const equals = skip(end)
  if (text[equals] !== '=') return undefined
  const quote = skip(equals + 1)
  if (text[quote] !== '"' && text[quote] !== "'") return undefined
  const last = text.indexOf(text[quote]!, quote + 1)
  return last < 0 ? null : { from: start, to: last + 1 }
}

/** XMP in UTF-16 or UTF-32, which hardly anybody writes. */
const isWide = (xmp: Buffer) => xmp.subarray(0, 64).includes(0)

function blankWide(xmp: Buffer) {
  const narrow = xmp.toString('latin1').replaceAll('\0', '')
  const saysWhere = names.some((name) => narrow.includes(name))
  if (saysWhere) xmp.fill(blank)
  return saysWhere
}
