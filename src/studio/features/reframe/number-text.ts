import type { Size } from '#contract/size.ts'
import type { SourcePosition } from '#contract/video-reframe.ts'
import { toldPixels, toldUnits } from './told-position.ts'
import { type Field, sideUnder, type Unit } from './typed-position.ts'

/** A number of a position as it stands in its field. */
export function numberText(position: SourcePosition, field: Field, unit: Unit, canvas: Size) {
  const units = position[`${field}_norm`]
  return String(unit === 'px' ? toldPixels(units * sideUnder(field, canvas)) : units)
}

/** A typed number a step further; as it was where it is none. */
export function stepped(text: string, by: number): string {
  const value = Number(text.replace('−', '-').replace(',', '.'))
  return Number.isNaN(value) ? text : String(toldUnits(value + by))
}
