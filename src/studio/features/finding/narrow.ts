import { everything, type FacetName, type Find } from '#contract/find.ts'

/** Chooses a value, or lets go of it. */
export function toggleValue(find: Find, name: FacetName, value: string): Find {
  const { [name]: chosen = [], ...others } = find.facets
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
  return { ...find, facets: next.length ? { ...others, [name]: next } : others }
}

/** All chosen values in the order of their facets. */
export const chosenValues = ({ facets }: Find) =>
  (Object.entries(facets) as [FacetName, readonly string[]][]).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  )

export const isNarrowed = (find: Find) => find.q.trim() !== '' || chosenValues(find).length > 0

/** Everything again, in the same order and the same place. */
export const cleared = (find: Find): Find => ({ ...find, q: everything.q, facets: {} })
