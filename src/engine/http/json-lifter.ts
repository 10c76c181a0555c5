const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c]
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d]
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const depthLimit = 64
const longestKey = 64

export type Lifted = {
  /** A value of a `data` field begins; what is returned stands in its place, as JSON text. */
  begin(): string
  /** A part of that value, Latin-1: what is not ASCII is not base64 either. */
  part(text: string): Promise<void>
  end(): Promise<void>
}

/**
 * Reads JSON bytes in parts of any length and lifts the text of every field named `data` out of
 * it. What is not JSON stays not JSON: the caller's parser says so.
 */
export class JsonLifter {
  isTooDeep = false
  /** An escape or a control character in a lifted text that no JSON may have. */
  isBroken = false
  readonly #lifted: Lifted
  readonly #keep: (bytes: Uint8Array) => void
  #place: 'between' | 'text' | 'data' = 'between'
  #stack: ('object' | 'list')[] = []
  #mayBeKey = false
  #isKey = false
  #key = ''
  #afterColon = false
  #escape = ''

  constructor(lifted: Lifted, keep: (bytes: Uint8Array) => void) {
    this.#lifted = lifted
    this.#keep = keep
  }

  async add(chunk: Buffer): Promise<void> {
    let at = 0
    while (at < chunk.length) {
      if (this.#place === 'data') at = await this.#readData(chunk, at)
      else if (this.#place === 'text') at = this.#readText(chunk, at)
      else at = this.#readBetween(chunk, at)
    }
  }

  #readBetween(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at]!
      if (isSpace(byte)) continue
      if (byte === quote) {
        const isLifted = this.#afterColon && this.#key === 'data'
        this.#afterColon = false
        this.#place = isLifted ? 'data' : 'text'
        this.#isKey = this.#mayBeKey
        this.#mayBeKey = false
        if (this.#isKey) this.#key = ''
        this.#keep(chunk.subarray(from, at + 1))
        if (isLifted) this.#keep(Buffer.from(this.#lifted.begin()))
        return at + 1
      }
      this.#follow(byte)
    }
    this.#keep(chunk.subarray(from))
    return chunk.length
  }

  #follow(byte: number) {
    const inObject = this.#stack.at(-1) === 'object'
    this.#afterColon = byte === colon && inObject
    this.#mayBeKey = byte === openObject || (byte === comma && inObject)
    if (byte === openObject || byte === openList) {
      this.#stack.push(byte === openObject ? 'object' : 'list')
      if (this.#stack.length > depthLimit) this.isTooDeep = true
    } else if (byte === closeObject || byte === closeList) this.#stack.pop()
  }

  #readText(chunk: Buffer, from: number): number {
    let at = from
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at]!
      if (this.#escape) this.#escape = ''
      else if (byte === backslash) this.#escape = '\\'
      else if (byte === quote) break
    }
    const text = chunk.subarray(from, at)
    if (this.#isKey && this.#key.length <= longestKey) this.#key += text.toString('latin1')
    const hasEnded = at < chunk.length
    this.#keep(chunk.subarray(from, hasEnded ? at + 1 : at))
    if (hasEnded) {
      this.#place = 'between'
      if (this.#isKey) this.#key = unescaped(this.#key)
    }
    return hasEnded ? at + 1 : at
  }

  async #readData(chunk: Buffer, from: number): Promise<number> {
    if (this.#escape) return this.#readEscape(chunk, from)
    const end = indexOr(chunk, quote, from)
    // Some clients escape every slash, and base64 is full of them.
    const text = chunk.toString('latin1', from, end).replaceAll('\\/', '/')
    const isPlain = !text.includes('\\')
    const stop = isPlain ? end : indexOr(chunk, backslash, from)
    const part = isPlain ? text : chunk.toString('latin1', from, stop)
    if (part) await this.#lift(part)
    if (stop === chunk.length) return stop
    if (chunk[stop] === backslash) {
      this.#escape = '\\'
      return stop + 1
    }
    this.#keep(chunk.subarray(stop, stop + 1))
    this.#place = 'between'
    await this.#lifted.end()
    return stop + 1
  }

  async #readEscape(chunk: Buffer, at: number): Promise<number> {
    this.#escape += String.fromCharCode(chunk[at]!)
    const [, letter = '', ...digits] = this.#escape
    if (letter === 'u') {
      if (digits.length === 4) {
        const isHex = /^[0-9a-f]{4}$/i.test(digits.join(''))
        this.isBroken ||= !isHex
        await this.#endEscape(
          isHex ? String.fromCharCode(Number.parseInt(digits.join(''), 16)) : '',
        )
      }
    } else {
      const meant = escapes[letter]
      this.isBroken ||= meant === undefined
      await this.#endEscape(meant ?? '')
    }
    return at + 1
  }

  async #endEscape(meant: string) {
    this.#escape = ''
    if (meant) await this.#lifted.part(meant)
  }

  async #lift(text: string) {
    // oxlint-disable-next-line no-control-regex -- exactly what JSON forbids in a text
    this.isBroken ||= /[\0-\x1f]/.test(text)
    await this.#lifted.part(text)
  }
}

function indexOr(chunk: Buffer, byte: number, from: number) {
  const found = chunk.indexOf(byte, from)
  return found < 0 ? chunk.length : found
}

function unescaped(key: string) {
  if (!key.includes('\\')) return key
  try {
    return JSON.parse(`"${key}"`) as string
  } catch {
    return key
  }
}
