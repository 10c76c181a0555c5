import type { Generation } from '#contract/generation.ts'
import type { namePlaces } from '#contract/take-away.ts'

/** What a name may be made of. */
export type Named = Pick<Generation, 'id' | 'created_at' | 'model'> & {
  request: Pick<Generation['request'], 'type' | 'prompt'>
  marks: Pick<Generation['marks'], 'stars'>
}
/** Its place among those taken away together, counted from 1. */
export type Place = { n: number; of: number }

type NamePlace = (typeof namePlaces)[number]

const mostSigns = 120
/** Half of what file systems take, as there `é` may become three bytes. */
const mostBytes = 180
const mostWords = 8
const mostWordSigns = 60
/** Room for an extension and for the number of a further output. */
const spareSigns = 12

const unsafe = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu
const edges = /^[\s.~-]+|[\s.-]+$/g
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=$|[.\s])/i
const nameless = 'dailies'

const two = (value: number) => String(value).padStart(2, '0')

function wordsOf(prompt: string): string {
  const words = prompt.slice(0, 2000).normalize('NFC').toLowerCase()
  const found = words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  return cut(found.slice(0, mostWords).join('-'), mostWordSigns)
}

function parts({ id, created_at, model, request, marks }: Named, { n, of }: Place) {
  const made = new Date(created_at)
  const time = [made.getHours(), made.getMinutes(), made.getSeconds()]
  return {
    date: `${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())}`,
    time: time.map(two).join(''),
    type: request.type,
    model,
    words: wordsOf(request.prompt),
    id: id.slice(0, 8),
    n: String(n).padStart(String(of).length, '0'),
    stars: String(marks.stars),
  } satisfies Record<NamePlace, string>
}

/** Not more signs, and not more bytes of UTF-8, than fit; no sign is cut in two. */
function cut(text: string, signs: number) {
  let kept = ''
  let bytes = 0
  for (const sign of text) {
    bytes += Buffer.byteLength(sign)
    if (kept.length + sign.length > signs || bytes > mostBytes) break
    kept += sign
  }
  return kept
}

/** A name without its extension that every system takes. */
function safeName(wanted: string): string {
  const plain = wanted.normalize('NFC').replaceAll(unsafe, '-').replaceAll(edges, '')
  const short = cut(plain, mostSigns - spareSigns).replaceAll(edges, '')
  return (reserved.test(short) ? `_${short}` : short) || nameless
}

/** `{date}-{words}` filled in, without an extension; a place of another name is left out. */
export function fileName(template: string, named: Named, place: Place): string {
  const known: Record<string, string> = parts(named, place)
  const filled = template.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => known[name] ?? '')
  return safeName(filled.replaceAll(/([-_ ])\1+/g, '$1'))
}
