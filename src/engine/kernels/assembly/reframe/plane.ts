/**
 * One plane of the canvas and the rectangle in it, as 32-bit words at `plan`; distances are luma
 * pixels outside the rectangle. Tables `across` and `down` hold for each column and row two f32:
 * the source's column or row there, and the distance.
 */
export class plane {
  static width: i32 = 0
  static height: i32 = 0
  /** Columns and rows that the source covers. */
  static x0: i32 = 0
  static x1: i32 = 0
  static y0: i32 = 0
  static y1: i32 = 0
  static across: usize = 0
  static down: usize = 0
}

export function setPlane(plan: usize): void {
  plane.width = load<i32>(plan)
  plane.height = load<i32>(plan, 4)
  plane.x0 = load<i32>(plan, 8)
  plane.x1 = load<i32>(plan, 12)
  plane.y0 = load<i32>(plan, 16)
  plane.y1 = load<i32>(plan, 20)
  plane.across = <usize>load<i32>(plan, 24)
  plane.down = <usize>load<i32>(plan, 28)
}

export function placeAcross(x: i32): f32 {
  return load<f32>(plane.across + ((<usize>x) << 3))
}

export function distanceAcross(x: i32): f32 {
  return load<f32>(plane.across + ((<usize>x) << 3), 4)
}

export function placeDown(y: i32): f32 {
  return load<f32>(plane.down + ((<usize>y) << 3))
}

export function distanceDown(y: i32): f32 {
  return load<f32>(plane.down + ((<usize>y) << 3), 4)
}
