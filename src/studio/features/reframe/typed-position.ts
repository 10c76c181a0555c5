import type { Size } from '#contract/size.ts'
import { positionReach, type SourcePosition } from '#contract/video-reframe.ts'
import { toldUnits } from './told-position.ts'
import type { Terms } from './whole-size.ts'

export type Field = 'x' | 'y' | 'w' | 'h'
export type Unit = 'px' | 'norm'

export type Typed = { position: SourcePosition } | { reason: string }

export const fieldName = (field: Field, unit: Unit) => (unit === 'px' ? field : `${field}_norm`)

export const sideUnder = (field: Field, canvas: Size) =>
  field === 'x' || field === 'w' ? canvas.width : canvas.height

const numberOf = (text: string) =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace('−', '-').replace(',', '.'))

const isTaken = (field: Field, units: number) =>
  Math.abs(units) <= positionReach && (field === 'x' || field === 'y' || units > 0)

function rangeReason(field: Field, unit: Unit, canvas: Size): string {
  const most = positionReach * (unit === 'px' ? sideUnder(field, canvas) : 1)
  const px = unit === 'px' ? ' px' : ''
  const name = fieldName(field, unit)
  return field === 'x' || field === 'y'
    ? `${name}: choose from −${most} to ${most}${px}.`
    : `${name}: choose above 0, up to ${most}${px}.`
}

/** A position with one number typed over, or why that cannot be. */
export function typedPosition(
  position: SourcePosition,
  field: Field,
  unit: Unit,
  text: string,
  { canvas, ratio }: Terms,
): Typed {
  const value = numberOf(text)
  if (Number.isNaN(value)) return { reason: `${fieldName(field, unit)}: type a number.` }
  const units = toldUnits(unit === 'px' ? value / sideUnder(field, canvas) : value)
  if (!isTaken(field, units)) return { reason: rangeReason(field, unit, canvas) }
  const next = { ...position, [`${field}_norm`]: units }
  if (ratio === null || field === 'x' || field === 'y') return { position: next }
  const times = (ratio * canvas.height) / canvas.width
  const [other, follows] =
    field === 'w' ? (['h', units / times] as const) : (['w', units * times] as const)
  if (!isTaken(other, toldUnits(follows))) return { reason: followReason(field, unit, other) }
  return { position: { ...next, [`${other}_norm`]: toldUnits(follows) } }
}

const followReason = (field: Field, unit: Unit, other: Field) =>
  `${fieldName(field, unit)}: ${other}_norm would leave its range (above 0, up to ${positionReach}). Choose less, or unlock the shape.`
