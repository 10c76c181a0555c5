import { explanationWords } from '../scene/words/explanation-words.ts'
import { colourName } from './colour-name.ts'
import type { GivenRoles } from './given-roles.ts'
import type { Reference } from './read-reference.ts'
import type { ReferenceRole } from './reference-roles.ts'

const list = (words: readonly string[]) => [...new Set(words)].join(', ')

function taken(role: ReferenceRole, { palette, reading, style }: Reference): string {
  const { light, sky, subject } = reading
  switch (role) {
    case 'palette':
      return `palette — ${list(palette.slice(0, 4).map(({ lab }) => colourName(lab)))}`
    case 'light': {
      const side =
        light.azimuth < -0.2
          ? 'from the left'
          : light.azimuth > 0.2
            ? 'from the right'
            : 'from behind'
      const hue = light.warmth > 0.25 ? 'warm' : light.warmth < -0.1 ? 'cool' : 'neutral'
      return `light — ${explanationWords.time[light.time].toLowerCase()}, ${hue}, ${side} (estimated)`
    }
    case 'composition': {
      const line = sky.share > 0.02 ? `horizon at ${Math.round(sky.horizon * 100)} %, ` : ''
      return `composition — ${line}weight at ${Math.round(subject.centre.x * 100)} % across (estimated)`
    }
    case 'style': {
      const names = style.styles.map((name) => explanationWords.style[name])
      return `style — ${names.length > 0 ? list(names) : 'contrast, saturation and grain'} (estimated)`
    }
    case 'subject':
      return subject.confidence > 0.2
        ? 'subject — cut out (estimated)'
        : 'subject — cut out, though none is clear (estimated)'
    case 'background':
      return 'background — the picture itself'
  }
}

/** A row for each reference: what was taken from it. */
export function explainReferences(references: readonly Reference[], roles: GivenRoles) {
  return references.map((reference, n) => {
    const own = (Object.keys(roles) as ReferenceRole[]).filter((role) =>
      roles[role].some(({ number }) => number === n + 1),
    )
    const value = own.map((role) => taken(role, reference)).join(' · ')
    return { label: `Reference ${n + 1}`, value: value || 'nothing: the words give it no part' }
  })
}
