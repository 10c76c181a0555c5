import { everything, type FacetName, type Find } from '#contract/find.ts'
import type { World } from '#contract/generation.ts'

/** The wall narrowed to what a line of the report counts. */
export const findOf = (world: World, name: FacetName, value: string): Find => ({
  ...everything,
  facets: { [name]: [value], world: [world] },
})
