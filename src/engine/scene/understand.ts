import { readCamera } from './camera.ts'
import { readFamily } from './family.ts'
import { asked, claim, findHits, refused, type Hit } from './hits.ts'
import { readLight } from './light.ts'
import { notUnderstood } from './not-understood.ts'
import { readPalette } from './palette.ts'
import { placeSubjects } from './placement.ts'
import { quotedText } from './quoted-text.ts'
import { rounded } from './rounded.ts'
import {
  styles as allStyles,
  type Family,
  type SceneSpec,
  type Season,
  type Style,
  type TimeOfDay,
  type Weather,
} from './scene-spec.ts'
import { hashText, seededDraw } from './seeded-draw.ts'
import { subjectKind } from './subject-kinds.ts'
import { subjectsAsked, type AskedSubject } from './subjects-asked.ts'
import { readTokens, type Token } from './tokens.ts'

export type PromptInput = {
  prompt: string
  style?: 'auto' | 'manga'
  /** Width over height; anything not above 0 is read as 16 : 9. */
  aspect: number
  /** uint32 */
  seed: number
  medium: 'image' | 'video'
  /** Words said later about the same picture: they win, and leave places and draws as they were. */
  changes?: string
  /** Taken where the words leave it open. */
  leaning?: { time?: TimeOfDay; weather?: Weather; styles?: readonly Style[] }
}

const weatherless = new Set<Family>([
  'interior',
  'still_life',
  'portrait',
  'space',
  'underwater',
  'abstract',
])
const drawnTimes: readonly TimeOfDay[] = [
  'day',
  'day',
  'day',
  'golden_hour',
  'golden_hour',
  'dawn',
  'dusk',
  'night',
]
const drawnWeathers: readonly Weather[] = ['clear', 'clear', 'cloudy', 'cloudy', 'overcast', 'fog']
/** An hour that was asked for should be seen, so the sky stays open. */
const openWeathers: readonly Weather[] = ['clear', 'clear', 'cloudy']
const drawnSeasons: readonly Season[] = ['summer', 'summer', 'spring', 'autumn', 'winter']

function readTime(hits: readonly Hit[], seed: number, leaning?: TimeOfDay): TimeOfDay {
  const not = new Set(refused(hits, 'time'))
  if (asked(hits, 'weather').some(({ value }) => value !== 'clear')) not.add('night')
  const left = drawnTimes.filter((time) => !not.has(time))
  const drawn = seededDraw(seed, 'time').pick(left.length > 0 ? left : drawnTimes)
  return (claim(hits, 'time') ?? leaning ?? drawn) as TimeOfDay
}

function readWeather(
  hits: readonly Hit[],
  family: Family,
  seed: number,
  leaning?: Weather,
): Weather {
  const not = new Set(refused(hits, 'weather'))
  const dry = weatherless.has(family) && family !== 'interior' && family !== 'portrait'
  const first = asked(hits, 'weather')[0]?.value
  if (!dry || first === 'fog' || first === 'clear') {
    const wanted = claim(hits, 'weather')
    if (wanted !== null) return wanted as Weather
  }
  if (weatherless.has(family) || not.has('cloudy') || not.has('overcast')) return 'clear'
  if (leaning) return leaning
  const open = asked(hits, 'time').some((e) => e.value !== 'day')
  const left = (open ? openWeathers : drawnWeathers).filter((weather) => !not.has(weather))
  return left.length > 0 ? seededDraw(seed, 'weather').pick(left) : 'clear'
}

function readStyles(hits: readonly Hit[], style: PromptInput['style']): Style[] {
  refused(hits, 'style')
  const wanted = asked(hits, 'style')
  for (const { hit } of wanted) hit.used = true
  const names = new Set([...(style === 'manga' ? ['manga'] : []), ...wanted.map((e) => e.value)])
  return allStyles.filter((name) => names.has(name))
}

/** Inside a cathedral there stands no cathedral. */
function withoutShell(subjects: readonly AskedSubject[], family: Family): readonly AskedSubject[] {
  if (family !== 'interior') return subjects
  return subjects.filter(({ kindName, hits }) => {
    if (kindName !== 'building') return true
    for (const hit of hits) hit.used = true
    return false
  })
}

/** A room named without anything in it holds the thing it is known for. */
function withProp(
  subjects: readonly AskedSubject[],
  family: Family,
  hits: readonly Hit[],
  tokens: readonly Token[],
): readonly AskedSubject[] {
  const prop = asked(hits, 'prop')[0]
  if (!prop || family !== 'interior' || subjects.length > 0) return subjects
  const { hit } = prop
  const word = tokens.slice(hit.start, hit.start + hit.length).map((t) => t.word)
  const kindName = prop.value === 'bed' || prop.value === 'chair' ? 'furniture' : 'object'
  const one = {
    count: null,
    plural: false,
    scale: 1,
    motion: null,
    above: false,
    hits: [hit],
    kind: subjectKind(kindName),
  }
  return [{ ...one, word: word.join(' '), icon: prop.value, kindName }]
}

function readFraming(hits: readonly Hit[], subjects: readonly AskedSubject[]): number {
  return subjects.length > 0 ? Number(claim(hits, 'framing') ?? 1) : 1
}

/** What was said later stands before what was said first, so that it is found first. */
function withChanges(changes: string, said: readonly Token[], first: readonly Hit[]) {
  const later = readTokens(changes)
  if (later.length === 0) return { tokens: said, hits: first, added: [] }
  const { subjects: added, hits } = subjectsAsked(later, findHits(later))
  const after = later.length
  const moved = said.map((token) => ({ ...token, clause: token.clause + 1000 }))
  for (const hit of first) hit.start += after
  return { tokens: [...later, ...moved], hits: [...hits, ...first], added }
}

/**
 * Reads a prompt as a scene. Pure: the same input gives the same JSON, any string is taken, and
 * whatever the prompt leaves open is drawn from a hash of prompt and seed.
 */
export function understand(input: PromptInput): SceneSpec {
  const { prompt, style, medium, leaning = {} } = input
  const aspect = input.aspect > 0 && Number.isFinite(input.aspect) ? input.aspect : 16 / 9
  const seed = hashText(prompt, input.seed >>> 0)
  const { text, rest } = quotedText(prompt)
  const said = readTokens(rest)
  const { subjects: named, hits: first } = subjectsAsked(said, findHits(said))
  refused(first, 'subject')

  const family = readFamily(first, named, seed)
  const own = withProp(withoutShell(named, family), family, first, said)
  const { tokens, hits, added } = withChanges(input.changes ?? '', said, first)
  const subjects = [...own, ...added]
  const time = readTime(hits, seed, leaning.time)
  const weather = readWeather(hits, family, seed, leaning.weather)
  const season = (claim(hits, 'season') ?? seededDraw(seed, 'season').pick(drawnSeasons)) as Season
  const setting = { family, time, weather, season }
  const palette = readPalette(setting, tokens, hits, seed)
  const light = readLight(setting, hits, seed)
  const worded = readStyles(hits, style)
  const styles = worded.length > 0 ? worded : [...(leaning.styles ?? [])]
  const camera = readCamera(medium, hits, seed)
  const framing = readFraming(hits, subjects)
  const placed = placeSubjects(subjects, { family, aspect, framing, seed })
  const drawnDensity = seededDraw(seed, 'density').between(0.3, 0.8)
  const density = Number(claim(hits, 'density') ?? drawnDensity)
  const spec: SceneSpec = {
    version: 1,
    prompt,
    seed,
    family,
    time_of_day: time,
    weather,
    season,
    palette,
    light,
    camera,
    styles,
    subjects: placed,
    text,
    density,
    not_understood: notUnderstood(tokens, hits),
  }
  return rounded(spec)
}
