import { emojiNamed } from './emoji-index.ts'
import { asked, type Hit } from './hits.ts'
import type { Subject } from './scene-spec.ts'
import { stopWords } from './stop-words.ts'
import { subjectKind, type SubjectKind } from './subject-kinds.ts'
import type { Token } from './tokens.ts'

/** A thing the prompt names, before it has a place in the frame. */
export type AskedSubject = {
  word: string
  icon: string
  kind: SubjectKind
  kindName: string
  /** null: as many as the grammar suggests. */
  count: number | null
  plural: boolean
  scale: number
  /** What the prompt has it do, when that is not what its kind does. */
  motion: Subject['stance'] | null
  /** It is said to be above the thing named next. */
  above: boolean
  /** Every place the prompt names it. */
  hits: Hit[]
}

const reach = 3
const longestName = 3
const neverPlural = /^(?:grapes|blueberries|cherries|books|french-fries|sunglasses|crossed-swords)$/
const worn =
  /^(?:dress|coat|scarf|gloves|socks|jeans|shorts|t-shirt|kimono|sari|bikini|necktie|crown|glasses|sunglasses|goggles|backpack|handbag|purse|.*hat|.*helmet|.*shoe|.*boot|.*cap|ring|lab-coat|safety-vest)$/
const wornReach = 7
const sexes: [RegExp, string][] = [
  [/^(?:woman|old-woman|girl)/, 'woman'],
  [/^(?:man|old-man|boy)/, 'man'],
]

function emojiHits(tokens: readonly Token[], hits: readonly Hit[]): Hit[] {
  const taken = new Set(hits.flatMap((hit) => tokens.slice(hit.start, hit.start + hit.length)))
  const found: Hit[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (let length = Math.min(longestName, tokens.length - at); length > 0; length--) {
      const run = tokens.slice(at, at + length)
      if (run.some((t) => taken.has(t) || t.clause !== run[0]!.clause)) continue
      const phrase = run.map((t) => t.word).join(' ')
      const single = [...run.slice(0, -1).map((t) => t.word), run.at(-1)!.forms.at(-1)].join(' ')
      if (length === 1 && stopWords.has(phrase)) continue
      const named = emojiNamed(phrase) ?? emojiNamed(single)
      if (!named) continue
      const effect = { facet: 'subject', value: `${named.kind}/${named.icon}`, weight: 1 }
      found.push({ effects: [effect], start: at, length, negated: run[0]!.negated, used: false })
      at += length - 1
      break
    }
  }
  return found
}

type Asked = ReturnType<typeof asked>
type Around = { tokens: readonly Token[] } & Record<
  'subject' | 'count' | 'scale' | 'activity' | 'motion',
  Asked
>

function before(around: Around, facet: 'count' | 'scale', subject: Hit): string | null {
  const { tokens } = around
  const found = around[facet].findLast(({ hit }) => {
    const end = hit.start + hit.length
    if (end > subject.start || subject.start - end >= reach) return false
    const between = tokens.slice(end, subject.start)
    const next = around.subject.find((other) => other.hit.start >= end)
    return (
      next?.hit === subject &&
      tokens[hit.start]?.clause === tokens[subject.start]?.clause &&
      !between.some(({ word }) => word === 'a' || word === 'an')
    )
  })
  if (found) found.hit.used = true
  return found?.value ?? null
}

function doing(around: Around, person: Hit, icon: string): string {
  const act = around.activity.find(({ hit }) => {
    const distance = hit.start - person.start
    return distance >= -2 && distance <= 8
  })
  if (!act) return icon
  act.hit.used = true
  const sex = sexes.find(([pattern]) => pattern.test(icon))?.[1]
  return `${sex ?? (act.value === 'dancing' ? 'woman' : 'person')}-${act.value}`
}

function moving(around: Around, subject: Hit, kindName: string): Subject['stance'] | null {
  if (kindName === 'building' || kindName === 'furniture') return null
  const end = subject.start + subject.length
  const motion = around.motion.find(
    ({ hit }) =>
      hit.start + hit.length === subject.start || (hit.start >= end && hit.start < end + 2),
  )
  if (!motion) return null
  motion.hit.used = true
  return motion.value === 'flies' ? 'flies' : 'floats'
}

function isPlural(tokens: readonly Token[], hit: Hit, icon: string): boolean {
  const last = tokens[hit.start + hit.length - 1]!
  return last.word === 'people' || (last.forms.length > 1 && !neverPlural.test(icon))
}

function read(around: Around, hit: Hit, value: string): AskedSubject {
  const [kindName = '', named = ''] = value.split('/')
  const count = before(around, 'count', hit)
  const scale = before(around, 'scale', hit)
  const moves = kindName === 'person' || kindName === 'child'
  return {
    word: around.tokens
      .slice(hit.start, hit.start + hit.length)
      .map((t) => t.word)
      .join(' '),
    icon: moves ? doing(around, hit, named) : named,
    kind: subjectKind(kindName),
    kindName,
    count: count ? Number(count) : null,
    plural: isPlural(around.tokens, hit, named),
    scale: scale ? Number(scale) : 1,
    motion: moving(around, hit, kindName),
    above: false,
    hits: [hit],
  }
}

function isWorn(value: string, since: number): boolean {
  return worn.test(value.slice(value.indexOf('/') + 1)) && since < wornReach
}

/**
 * The things the prompt names, first named first, each once; counts, sizes and doings beside them
 * are taken in. Emoji names are asked only about words no table knows.
 */
export function subjectsAsked(
  tokens: readonly Token[],
  known: readonly Hit[],
): { subjects: AskedSubject[]; hits: Hit[] } {
  const hits = [...known, ...emojiHits(tokens, known)].toSorted((a, b) => a.start - b.start)
  const around: Around = {
    tokens,
    subject: asked(hits, 'subject'),
    count: asked(hits, 'count'),
    scale: asked(hits, 'scale'),
    activity: asked(hits, 'activity'),
    motion: asked(hits, 'motion'),
  }
  const subjects = new Map<string, AskedSubject>()
  let last: { subject: AskedSubject; end: number } | null = null
  for (const { hit, value } of around.subject) {
    const between = last ? tokens.slice(last.end, hit.start) : []
    if (last && isWorn(value, between.length)) continue
    if (last && between.some(({ word }) => word === 'above' || word === 'over')) {
      last.subject.above = true
    }
    const same = subjects.get(value)
    const subject = same ?? read(around, hit, value)
    if (same) {
      same.hits.push(hit)
      same.plural ||= isPlural(tokens, hit, same.icon)
    }
    subjects.set(value, subject)
    last = { subject, end: hit.start + hit.length }
  }
  return { subjects: [...subjects.values()], hits }
}
