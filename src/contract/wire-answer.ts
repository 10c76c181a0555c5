import * as z from 'zod/mini'
import { understood } from './generation.ts'
import { fromWirePath } from './wire-path.ts'

/** Extra words of the local engine in a generation; Luma never sends them. */
const localWords = z.object({
  frames_done: z.optional(z.int()),
  frames: z.optional(z.int()),
  understood: z.optional(understood),
})

/**
 * A generation as the upstream answers it. Read with tolerance: a state, type or failure code
 * that this version does not know is kept as the word it is.
 */
export const wireGeneration = z.object({
  id: z.string(),
  created_at: z.string(),
  model: z.string(),
  type: z.string(),
  state: z.string(),
  failure_code: z.optional(z.nullable(z.string())),
  failure_reason: z.optional(z.nullable(z.string())),
  output: z.optional(z.nullable(z.array(z.object({ type: z.string(), url: z.string() })))),
  local: z.optional(localWords),
})
export type WireGeneration = z.infer<typeof wireGeneration>

const detailItem = z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })
const errorBody = z.object({ detail: z.union([z.string(), z.array(detailItem)]) })

const namedPath = /^([a-z_]+(?:\[\d+\])?(?:\.[a-z_]+(?:\[\d+\])?)*): /
const namedByWords: readonly [RegExp, string][] = [
  [/^Prompt must/, 'prompt'],
  [/^Invalid aspect_ratio/, 'aspect_ratio'],
  [/^Unknown model|not supported for model/, 'model'],
  [/^([a-z_]+(?:\.[a-z_]+)*) is (?:required|only valid) for/, '$1'],
]

/** The sentence of an upstream's error body and, in our own words, the field it names. */
export function readDetail(body: unknown): { detail: string; path?: string } | null {
  const parsed = errorBody.safeParse(body)
  if (!parsed.success) return null
  const { detail } = parsed.data
  if (typeof detail !== 'string') {
    const [first] = detail
    if (!first) return null
    const loc = first.loc.filter((key) => key !== 'body')
    const path = loc.reduce<string>(
      (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
      '',
    )
    return { detail: first.msg, ...(path && { path: fromWirePath(path) }) }
  }
  const named = namedPath.exec(detail)?.[1]
  if (named) return { detail, path: fromWirePath(named) }
  for (const [words, field] of namedByWords) {
    const match = words.exec(detail)
    if (match) return { detail, path: field.replace('$1', match[1] ?? '') }
  }
  return { detail }
}
