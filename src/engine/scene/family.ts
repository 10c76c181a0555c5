import { asked, refused, type Hit } from './hits.ts'
import { families, type Family } from './scene-spec.ts'
import { seededDraw } from './seeded-draw.ts'
import type { AskedSubject } from './subjects-asked.ts'

type Candidate = { family: Family; weight: number; at: number }

const outdoors: readonly Family[] = ['landscape', 'sea', 'landscape', 'sea', 'city', 'desert']
const outdoorSigns = ['weather', 'season', 'activity']
const outdoorFacets = ['time', 'weather', 'season']

function isFamily(value: string): value is Family {
  return (families as readonly string[]).includes(value)
}

/**
 * The place: the strongest place word (a studio is a table when a thing is shown), else what the things named imply, else open air when only
 * hour or weather is given, else abstract.
 */
export function readFamily(
  hits: readonly Hit[],
  subjects: readonly AskedSubject[],
  seed: number,
): Family {
  const draw = seededDraw(seed, 'family')
  const not = new Set(refused(hits, 'family'))
  const places = asked(hits, 'family').filter(({ value }) => !not.has(value))
  const candidates: Candidate[] = places.flatMap(({ value, weight, hit }) =>
    isFamily(value) ? [{ family: value, weight, at: hit.start }] : [],
  )
  for (const { kind, hits: named } of subjects) {
    const [family, weight] = kind.implies ?? [null, 0]
    if (family && !not.has(family)) candidates.push({ family, weight, at: named[0]?.start ?? 0 })
  }
  const best = candidates.toSorted((a, b) => b.weight - a.weight || a.at - b.at)[0]
  const strong = best && (best.weight >= 0.8 || subjects.length === 0)
  if (strong) {
    for (const { value, hit } of places) if (value === best.family) hit.used = true
    const thing = subjects[0]?.kind.homes.includes('still_life') ?? false
    return best.family === 'portrait' && best.weight < 3 && thing ? 'still_life' : best.family
  }
  const outside = outdoorSigns.some((facet) => asked(hits, facet).length > 0)
  const homes =
    subjects[0]?.kind.homes.filter(
      (family) => !not.has(family) && !(outside && family === 'portrait'),
    ) ?? []
  if (homes.length > 0) return draw.pick(homes)
  const open = outdoorFacets.some((facet) => asked(hits, facet).length > 0)
  const left = outdoors.filter((family) => !not.has(family))
  return open && left.length > 0 ? draw.pick(left) : 'abstract'
}
