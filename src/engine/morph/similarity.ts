/**
 * A motion of the whole picture, in widths of the picture: a thing that stands at p - d/2 in the
 * first picture stands at p + d/2 in the second, with d = (x + zoom·X - roll·Y, y + zoom·Y + roll·X)
 * and p = (X, Y) measured from the middle.
 */
export type Similarity = { x: number; y: number; zoom: number; roll: number }

export const rest: Similarity = { x: 0, y: 0, zoom: 0, roll: 0 }
