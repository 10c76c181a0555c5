/** Bytes of a file, as base64, that stand in a value in place of a text. */
export class FileBytes {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** How a language writes a value. */
export type Syntax = {
  indent: string
  isTrailing: boolean
  words: { true: string; false: string; null: string }
  key: (name: string) => string
  bytes: (file: FileBytes) => string
}

/** Signs that break a line, turn the reading direction or show nothing: told by their number. */
const unseen =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** A text in double quotes, as JSON, Python and TypeScript all read it. */
export const quoted = (text: string) =>
  JSON.stringify(text).replace(
    unseen,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const isNumber = (value: unknown) => typeof value === 'number'

/** A value of JSON, files included, as source text; `pad` is what its further lines begin with. */
export function literal(value: unknown, syntax: Syntax, pad = ''): string {
  const { indent, isTrailing, words, key, bytes } = syntax
  if (value instanceof FileBytes) return bytes(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean') return words[value ? 'true' : 'false']
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return words.null
  const inner = pad + indent
  const isList = Array.isArray(value)
  const [open, close] = isList ? '[]' : '{}'
  const parts = isList
    ? value.map((item: unknown) => literal(item, syntax, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => `${key(name)}: ${literal(item, syntax, inner)}`)
  if (parts.length === 0) return `${open}${close}`
  if (isList && value.every(isNumber)) return `[${parts.join(', ')}]`
  const end = isTrailing ? ',' : ''
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}${end}\n${pad}${close}`
}

export const jsonSyntax: Syntax = {
  indent: '  ',
  isTrailing: false,
  words: { true: 'true', false: 'false', null: 'null' },
  key: quoted,
  bytes: ({ name }) => quoted(name),
}
