const number = new Intl.NumberFormat('en-GB')

/** `1 generation`, `12,000 generations`. */
export const countOf = (count: number, one: string, many = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : many}`
