import type { MaskName, Strip } from '../strip.ts'

/** A part of the picture: a mask, or what it leaves out. */
export type Where = { mask: MaskName; outside?: boolean }

/** How much of each pixel of the strip belongs to the part, 0…1. */
export function coverIn(strip: Strip, where: Where | undefined): (pixel: number) => number {
  if (!where) return () => 1
  const plane = strip.mask(where.mask)
  return where.outside ? (p) => 1 - plane[p]! : (p) => plane[p]!
}
