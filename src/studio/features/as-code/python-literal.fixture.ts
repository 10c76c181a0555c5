const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', "'": "'" }

/** Reads what Python would make of a literal, or of the keyword arguments of a call. For tests. */
export function readPython(source: string): unknown {
  let at = 0
  const peek = () => source[at] ?? ''
  const skip = () => {
    while (/\s/.test(peek())) at++
  }
  const take = (text: string) => {
    skip()
    const found = source.startsWith(text, at)
    if (found) at += text.length
    return found
  }
  const word = (shape: RegExp) => {
    skip()
    const found = new RegExp(shape.source, 'y')
    found.lastIndex = at
    const text = found.exec(source)?.[0] ?? ''
    at += text.length
    return text
  }
  const text = () => {
    let said = ''
    for (at++; peek() !== '"'; at++) {
      const sign = peek()
      if (sign === '\n' || sign === '\r' || sign === '') throw new Error('an open text')
      if (sign !== '\\') {
        said += sign
        continue
      }
      at++
      if (peek() === 'u') {
        said += String.fromCharCode(Number.parseInt(source.slice(at + 1, at + 5), 16))
        at += 4
      } else if (peek() === '\\' || peek() === '"') said += peek()
      else if (named[peek()]) said += named[peek()]
      else throw new Error(`\\${peek()} keeps its stroke in Python`)
    }
    at++
    return said
  }
  const many = <T>(close: string, one: () => T): T[] => {
    const all: T[] = []
    while (!take(close)) {
      all.push(one())
      if (!take(',')) {
        if (!take(close)) throw new Error(`no comma at ${source.slice(at, at + 20)}`)
        break
      }
    }
    return all
  }
  const value = (): unknown => {
    skip()
    if (peek() === '"') return text()
    if (take('[')) return many(']', value)
    if (take('{'))
      return Object.fromEntries(
        many('}', () => {
          const key = value()
          if (!take(':')) throw new Error('no colon')
          return [key, value()]
        }),
      )
    const name = word(/[A-Za-z_]\w*/)
    if (name === 'True' || name === 'False') return name === 'True'
    if (name === 'None') return null
    if (name) {
      if (!take('(')) throw new Error(`${name} is no literal`)
      return { call: name, with: many(')', value)[0] }
    }
    return Number(word(/[-+.\deE]+/))
  }
  if (!take('(')) return value()
  return Object.fromEntries(
    many(')', () => {
      const name = word(/[a-z_]\w*/)
      if (!take('=')) throw new Error(`${name} has no value`)
      return [name, value()]
    }),
  )
}
