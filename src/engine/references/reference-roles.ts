const referenceRoles = [
  'palette',
  'light',
  'composition',
  'style',
  'subject',
  'background',
] as const
export type ReferenceRole = (typeof referenceRoles)[number]

export type RolesAsked = {
  /** By the number of the reference, from 0. */
  roles: ReadonlyMap<number, ReadonlySet<ReferenceRole>>
  /** The prompt without the words about references. */
  rest: string
}

const words: Record<ReferenceRole, string> = {
  palette:
    'colou?r palettes?|colou?r schemes?|colou?r grading|colou?r grade|palettes?|colou?rs?|tones?|hues?|grade',
  light: 'lighting|lights?|illumination|time of day|mood',
  composition: 'compositions?|layouts?|framing|arrangement|horizon|structure|perspective|pose',
  style:
    'visual style|art style|styles?|looks?|aesthetics?|technique|textures?|brush ?work|grain|rendering',
  subject:
    'main subjects?|subjects?|characters?|person|people|objects?|products?|figures?|woman|man|girl|boy|child|animal|dog|cat|car|bird|face',
  background: 'backgrounds?|backdrops?|settings?|environment|scenery|place|location',
}
const roleWord = `(?:${Object.values(words).join('|')})`
const roleList = String.raw`(?:(?:the|its|their|overall|same|a|an|both|general)\s+)*${roleWord}(?:\s*(?:,|and|&|\+|,\s*and)\s*(?:(?:the|its|same)\s+)*${roleWord})*`
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
]
const noun = '(?:reference|ref|image|picture|photo|photograph|input)'
const reference = String.raw`(?:the\s+)?(?:(?:${ordinals.join('|')}|last|1st|2nd|3rd|[4-9]th)\b(?:\s+(?:${noun}s?|one))*(?:\s+${noun})?|${noun}(?:\s+${noun})?\s*(?:#|no\.?\s*|number\s+)?[1-9]\b|@?\[?${noun}_?[1-9]\]?|(?:attached|given|provided|supplied|same)?\s*${noun}s?(?:\s+${noun}s?)?\b)`
const several = String.raw`${reference}(?:\s*(?:,|and|&)\s*${reference})*`
const lead = String.raw`(?:\b(?:use|using|used|take|taking|taken|match|matching|with|in|apply|borrow|follow|following|copy|keep|and|then|by|have|get|make it|based on|according to|like|but|so that)\s+)*`

const patterns = [
  String.raw`${lead}(?<roles>${roleList})\s*(?::|=|\s(?:is\s+)?(?:of|from|in|as in|like in|like|as|taken from|borrowed from|based on|to match|found in|shown in|seen in|by)\s)\s*(?<refs>${several})(?:'s)?`,
  String.raw`${lead}(?<refs>${several})\s*(?:'s\s+|:\s*|=\s*|\s(?:only\s+)?(?:is\s+)?(?:as|for|to set|to guide|to define|to inform|sets|gives|provides)\s+)(?<roles>${roleList})`,
]
const anyThing = String.raw`(?<thing>(?:the|a|an|this|that)\s+[\w-]+)\s+(?:of|from|in|on)\s+(?<refs>${several})`

function numbersIn(text: string, count: number): number[] {
  const found = new Set<number>()
  for (const [n, ordinal] of ordinals.entries()) {
    if (
      new RegExp(
        String.raw`\b(?:${ordinal}|${n + 1}(?:st|nd|rd|th)|${noun}[_\s]*(?:#|no\.?\s*|number\s+)?${n + 1})\b`,
        'iu',
      ).test(text)
    )
      found.add(n)
  }
  if (/\blast\b/iu.test(text)) found.add(count - 1)
  if (found.size === 0) for (let n = 0; n < count; n++) found.add(n)
  return [...found].filter((n) => n < count)
}

function rolesIn(text: string): ReferenceRole[] {
  return referenceRoles.filter((role) =>
    new RegExp(String.raw`\b(?:${words[role]})\b`, 'iu').test(text),
  )
}

/**
 * What each of `count` references is to be used for, by the words of the prompt: "use the first for
 * the palette, the second for composition", "the subject of image 2", "in the style of reference 3".
 */
export function readRoles(prompt: string, count: number): RolesAsked {
  const roles = new Map<number, Set<ReferenceRole>>()
  if (count === 0) return { roles, rest: prompt }
  const give = (refs: string, named: readonly ReferenceRole[]) => {
    for (const n of numbersIn(refs, count)) {
      const own = roles.get(n) ?? new Set<ReferenceRole>()
      for (const role of named) own.add(role)
      roles.set(n, own)
    }
  }
  let rest = prompt
  for (const source of patterns) {
    rest = rest.replace(new RegExp(source, 'giu'), (...match) => {
      const groups = match.at(-1) as { refs: string; roles: string }
      give(groups.refs, rolesIn(groups.roles))
      return ' '
    })
  }
  rest = rest.replace(new RegExp(anyThing, 'giu'), (...match) => {
    const groups = match.at(-1) as { refs: string }
    give(groups.refs, ['subject'])
    return ' '
  })
  rest = rest.replace(new RegExp(`${lead}${several}`, 'giu'), (whole) =>
    /\b(?:reference|ref)s?\b|[#_]?[1-9]\b/iu.test(whole) ? ' ' : whole,
  )
  return { roles, rest }
}
