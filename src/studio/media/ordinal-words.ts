const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/** How a prompt calls the picture at an index: `first reference`. */
export const ordinalWords = (index: number) => `${words[index] ?? `${index + 1}th`} reference`

/** The same as the beginning of a sentence or name. */
export function ordinalName(index: number): string {
  const said = ordinalWords(index)
  return said.charAt(0).toUpperCase() + said.slice(1)
}
