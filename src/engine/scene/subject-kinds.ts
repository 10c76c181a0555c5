import type { Family, Subject } from './scene-spec.ts'

export type SubjectKind = {
  stance: Subject['stance']
  /** Height out of doors at middle distance, fraction of the frame's shorter side. */
  size: number
  /** Width over height, roughly. */
  ratio: number
  /** The place it implies when none is named, and how strongly (below 2: a named place wins). */
  implies: readonly [Family, number] | null
  /** Where it is at home when nothing else decides. */
  homes: readonly Family[]
}

const outdoors: readonly Family[] = ['landscape', 'landscape', 'forest']
const indoors: readonly Family[] = ['still_life', 'still_life', 'interior']

function kind(
  stance: Subject['stance'],
  size: number,
  ratio: number,
  homes: readonly Family[],
  implies: readonly [Family, number] | null = null,
): SubjectKind {
  return { stance, size, ratio, implies, homes }
}

const kinds = {
  vessel: kind('floats', 0.3, 1, ['sea'], ['sea', 1.5]),
  whale: kind('swims', 0.42, 1.3, ['underwater', 'sea'], ['underwater', 1.2]),
  sea_animal: kind('swims', 0.26, 1.1, ['underwater'], ['underwater', 1.2]),
  fish: kind('swims', 0.17, 1.3, ['underwater'], ['underwater', 1.1]),
  small_animal: kind('stands', 0.2, 1.1, outdoors),
  animal: kind('stands', 0.25, 1.1, outdoors),
  forest_animal: kind('stands', 0.3, 0.9, ['forest', 'landscape'], ['forest', 0.8]),
  big_animal: kind('stands', 0.34, 1.2, ['landscape', 'landscape', 'desert']),
  desert_animal: kind('stands', 0.34, 1.1, ['desert'], ['desert', 1.1]),
  bird: kind('flies', 0.17, 1.2, ['landscape', 'sea', 'landscape']),
  insect: kind('flies', 0.16, 1.1, ['landscape', 'forest']),
  fantasy: kind('stands', 0.36, 0.95, ['landscape', 'forest', 'city']),
  person: kind('stands', 0.33, 0.6, ['landscape', 'city', 'forest', 'portrait']),
  plain_person: kind('stands', 0.33, 0.8, ['landscape', 'sea']),
  child: kind('stands', 0.26, 0.9, ['landscape', 'city', 'portrait']),
  spacefarer: kind('flies', 0.34, 1, ['space'], ['space', 1.2]),
  spacecraft: kind('flies', 0.34, 1, ['space', 'space', 'landscape'], ['space', 1]),
  celestial: kind('flies', 0.55, 1.2, ['space'], ['space', 2.5]),
  aircraft: kind('flies', 0.24, 0.95, ['landscape', 'landscape', 'sea', 'city']),
  vehicle: kind('stands', 0.22, 1.5, ['city', 'city', 'landscape'], ['city', 0.7]),
  building: kind('stands', 0.44, 1, ['landscape', 'landscape', 'city']),
  lighthouse: kind('stands', 0.55, 0.75, ['sea'], ['sea', 1.2]),
  tent: kind('stands', 0.24, 1.4, ['landscape', 'forest']),
  tree: kind('stands', 0.5, 0.8, ['landscape', 'landscape', 'forest']),
  desert_plant: kind('stands', 0.36, 0.9, ['desert'], ['desert', 1.1]),
  flower: kind('stands', 0.26, 0.9, ['landscape', 'still_life', 'still_life'], ['landscape', 0.4]),
  fruit: kind('lies', 0.17, 1, indoors, ['still_life', 0.9]),
  food: kind('lies', 0.23, 1.2, indoors, ['still_life', 0.9]),
  drink: kind('stands', 0.26, 0.8, ['still_life', 'still_life', 'interior'], ['still_life', 1.3]),
  object: kind('lies', 0.22, 0.95, indoors, ['still_life', 0.6]),
  instrument: kind('lies', 0.28, 1, indoors, ['interior', 0.6]),
  furniture: kind('stands', 0.36, 1, ['interior'], ['interior', 1.1]),
} satisfies Record<string, SubjectKind>

/** @throws Error naming the kind when the word tables hold one that is not listed here. */
export function subjectKind(name: string): SubjectKind {
  const found = (kinds as Record<string, SubjectKind>)[name]
  if (!found) throw new Error(`There is no subject kind called “${name}”`)
  return found
}
