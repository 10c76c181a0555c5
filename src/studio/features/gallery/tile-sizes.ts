/** Smallest and largest height of a row, CSS pixels. */
export const tileSizes = { min: 120, max: 480, usual: 240 }
