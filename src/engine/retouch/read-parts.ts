/** Sentences about parts of a picture, taken out of the words of an edit. */
export type PartsAsked = {
  /** The scene that is to stand behind the subject. */
  backdrop: string | null
  /** Nothing is to stand behind it. */
  bare: boolean
  /** What the sky is to be. */
  sky: string | null
  add: string[]
  remove: string[]
  /** The words that are left. */
  rest: string
}

const verbs =
  'make|turn|add|blur|sharpen|keep|put|set|change|give|apply|write|brighten|darken|remove|replace|swap|delete|erase|convert|insert|place|let|render|tint|colou?r|leave'
const end = String.raw`(?=[.;!?\n]|,?\s+(?:and|then|but|while)\s+(?:${verbs}|also|then)\b|,\s*(?:${verbs}|but|then|with the (?:word|text))\b|$)`
const thing = String.raw`(?<what>[^.;!?\n]+?)`
const back = String.raw`(?:entire\s+|whole\s+)?(?:background|backdrop|setting|scenery|surroundings)`
const link = String.raw`(?:with|to|into|for|by|be|of)`

const patterns = {
  backdrop: [
    String.raw`\b(?:replace|change|swap|switch|exchange|turn|set|make)\s+(?:the|its|his|her|their)?\s*${back}\s+${link}\s+${thing}${end}`,
    String.raw`\b(?:put|place|move|set|stand|transport|show|imagine)\s+(?:it|him|her|them|(?:the|this|that)\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:in|on|at|into|onto|before|in front of|against|inside)\s+${thing}${end}`,
    String.raw`\b(?:with|on|against|before|in front of|give (?:it|him|her|them))\s+(?<what>(?:a|an|the)\s+[^.;!?,\n]+?)\s+(?:background|backdrop)\b`,
    String.raw`\b${back}\s+(?:is|becomes|should be)\s+${thing}${end}`,
    String.raw`\b(?:a|another|new|different)\s+${back}\s*[:,]\s*${thing}${end}`,
  ],
  bare: [
    String.raw`\b(?:remove|delete|erase|cut out|clear|drop)\s+(?:the|its)?\s*${back}`,
    String.raw`\bcut\s+(?:out\s+)?(?:the\s+subject|it|him|her)(?:\s+out)?\b`,
  ],
  sky: [
    String.raw`\b(?:replace|change|swap|exchange|make|turn)\s+the\s+sky\s+(?:${link}\s+)?${thing}${end}`,
    String.raw`\b(?:give (?:it|them)|add|with)\s+(?<what>(?:a|an)\s+[^.;!?,\n]*?)\s+sky\b`,
  ],
  add: [String.raw`\b(?:add|insert|include|put|place)\s+${thing}${end}`],
  remove: [
    String.raw`\b(?:remove|delete|erase|get rid of|take (?:away|out)|clear away)\s+${thing}(?=,|${end})`,
  ],
} as const

function take(
  text: string,
  sources: readonly string[],
): { found: string[]; bare: boolean; rest: string } {
  let rest = text
  const found: string[] = []
  let bare = false
  for (const source of sources) {
    rest = rest.replace(new RegExp(source, 'giu'), (...match) => {
      const groups = match.at(-1) as { what?: string } | undefined
      const what = typeof groups === 'object' ? groups.what : undefined
      if (what !== undefined) found.push(what.trim())
      else bare = true
      return '. '
    })
  }
  return { found, bare, rest }
}

/**
 * Takes whole requests out of an edit's words, so that "a beach at sunset" behind someone is not
 * read as an hour for everything. `names` says whether words name a thing to add or take away.
 */
export function readParts(
  words: string,
  names: { place(words: string): boolean; thing(words: string): boolean },
): PartsAsked {
  const backdrops = take(words, patterns.backdrop)
  const backdrop = backdrops.found.find((what) => names.place(what)) ?? null
  const afterBackdrop = backdrop === null ? words : backdrops.rest
  const bares = take(afterBackdrop, patterns.bare)
  const skies = take(bares.rest, patterns.sky)
  const adds = take(skies.rest, patterns.add)
  const added = adds.found.filter((what) => names.thing(what))
  const kept = adds.found.filter((what) => !names.thing(what))
  const removes = take(`${adds.rest} ${kept.map((what) => `${what}.`).join(' ')}`, patterns.remove)
  return {
    backdrop,
    bare: bares.bare,
    sky: skies.found[0] ?? null,
    add: added,
    remove: removes.found,
    rest: removes.rest,
  }
}
