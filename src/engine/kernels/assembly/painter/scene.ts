/** What the shaders know of the spec; lengths are in units of the frame's shorter side. */
export class scene {
  static seed: i32 = 0
  static season: i32 = 0
  static density: f32 = 0
  static az: f32 = 0
  static elevation: f32 = 0
  static hardness: f32 = 0
  static halfW: f32 = 0
  /** Frame top and bottom, distance from the horizon. */
  static top: f32 = 0
  static bot: f32 = 0
  /** Length of one pixel. */
  static px: f32 = 0
  /** What is painted may be a window wider than the frame: its upper edge, and the column of x = 0. */
  static viewTop: f32 = 0
  static middle: f32 = 0
  static sunX: f32 = 0
  static sunY: f32 = 0
  /** Unit vector to the light: x right, y up, z to the viewer. */
  static lx: f32 = 0
  static ly: f32 = 0
  static lz: f32 = 0
  static night: f32 = 0
  static cloud: f32 = 0
  static fog: f32 = 0
  static wet: f32 = 0
  static snow: f32 = 0
  static skyHiR: f32 = 0
  static skyHiG: f32 = 0
  static skyHiB: f32 = 0
  static skyLoR: f32 = 0
  static skyLoG: f32 = 0
  static skyLoB: f32 = 0
  static lightR: f32 = 0
  static lightG: f32 = 0
  static lightB: f32 = 0
  static landR: f32 = 0
  static landG: f32 = 0
  static landB: f32 = 0
  static shadeR: f32 = 0
  static shadeG: f32 = 0
  static shadeB: f32 = 0
  static accentR: f32 = 0
  static accentG: f32 = 0
  static accentB: f32 = 0
  static variant: usize = 0
}

function at(p: usize, i: i32): f32 {
  return load<f32>(p + ((<usize>i) << 2))
}

/** The family's own numbers, set by its layer list. */
export function variant(i: i32): f32 {
  return at(scene.variant, i)
}

export function setScene(p: usize): void {
  scene.seed = <i32>at(p, 0)
  scene.season = <i32>at(p, 1)
  scene.density = at(p, 2)
  scene.az = at(p, 3)
  scene.elevation = at(p, 4)
  scene.hardness = at(p, 5)
  scene.halfW = at(p, 6)
  scene.top = at(p, 7)
  scene.bot = at(p, 8)
  scene.px = at(p, 9)
  scene.sunX = at(p, 10)
  scene.sunY = at(p, 11)
  scene.lx = at(p, 12)
  scene.ly = at(p, 13)
  scene.lz = at(p, 14)
  scene.night = at(p, 15)
  scene.cloud = at(p, 16)
  scene.fog = at(p, 17)
  scene.wet = at(p, 18)
  scene.snow = at(p, 19)
  scene.skyHiR = at(p, 20)
  scene.skyHiG = at(p, 21)
  scene.skyHiB = at(p, 22)
  scene.skyLoR = at(p, 23)
  scene.skyLoG = at(p, 24)
  scene.skyLoB = at(p, 25)
  scene.lightR = at(p, 26)
  scene.lightG = at(p, 27)
  scene.lightB = at(p, 28)
  scene.landR = at(p, 29)
  scene.landG = at(p, 30)
  scene.landB = at(p, 31)
  scene.shadeR = at(p, 32)
  scene.shadeG = at(p, 33)
  scene.shadeB = at(p, 34)
  scene.accentR = at(p, 35)
  scene.accentG = at(p, 36)
  scene.accentB = at(p, 37)
  scene.viewTop = at(p, 38)
  scene.middle = at(p, 39)
  scene.variant = p + 160
}
