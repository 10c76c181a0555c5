import { loadKernels } from '../kernels/load-kernels.ts'

/** What painter.wasm exports; pointers are byte offsets into its memory. */
export type Kernels = {
  setScene(pointer: number): void
  setCamera(
    turnX: number,
    turnY: number,
    moveX: number,
    moveY: number,
    moveZ: number,
    zoom: number,
    time: number,
    frame: number,
  ): void
  setLoop(period: number, place: number): void
  bakeRows(
    family: number,
    layer: number,
    texture: number,
    rows: number,
    width: number,
    row0: number,
    row1: number,
    left: number,
    top: number,
    step: number,
    mask: number,
    pitch: number,
    hides: number,
  ): void
  composeRows(
    frame: number,
    width: number,
    row0: number,
    row1: number,
    table: number,
    first: number,
    last: number,
    clear: number,
  ): void
  buildWaves(target: number, row0: number, row1: number, speed: number): void
  setWater(
    field: number,
    rough: number,
    scale: number,
    speed: number,
    clear: number,
    foam: number,
    near: number,
    mirror: number,
  ): void
  waterRows(frame: number, width: number, height: number, row0: number, row1: number): void
  flowRows(frame: number, width: number, row0: number, row1: number, kind: number): void
  rayRows(
    frame: number,
    width: number,
    row0: number,
    row1: number,
    strength: number,
    caustics: number,
    floorY: number,
  ): void
  glowRows(
    frame: number,
    width: number,
    row0: number,
    row1: number,
    table: number,
    count: number,
  ): void
  particleRows(
    frame: number,
    width: number,
    row0: number,
    row1: number,
    kind: number,
    count: number,
  ): void
  shrinkRows(
    frame: number,
    width: number,
    height: number,
    glow: number,
    glowW: number,
    row0: number,
    row1: number,
  ): void
  blurGlow(glow: number, glowW: number, glowH: number, k: number): void
  setGrade(
    saturation: number,
    vignette: number,
    grain: number,
    bloom: number,
    glow: number,
    glowW: number,
    glowH: number,
  ): void
  setTone(
    tables: number,
    exposure: number,
    contrast: number,
    liftR: number,
    liftG: number,
    liftB: number,
    dropR: number,
    dropG: number,
    dropB: number,
  ): void
  buildTones(tables: number): void
  buildInks(inks: number): void
  inkRows(
    frame: number,
    width: number,
    row0: number,
    row1: number,
    target: number,
    inks: number,
  ): void
  pressRows(
    inked: number,
    width: number,
    height: number,
    row0: number,
    row1: number,
    target: number,
  ): void
  developRows(
    frame: number,
    width: number,
    height: number,
    row0: number,
    row1: number,
    target: number,
    light: number,
  ): void
  setLight(red: number, green: number, blue: number): void
  styliseRows(
    source: number,
    width: number,
    height: number,
    row0: number,
    row1: number,
    target: number,
    kind: number,
    red: number,
    green: number,
    blue: number,
  ): void
  rgbaRows(display: number, width: number, row0: number, row1: number, target: number): void
  i420Rows(
    display: number,
    width: number,
    height: number,
    row0: number,
    row1: number,
    target: number,
  ): void
}

/** Binds the painter's kernels to a shared memory. */
export const bindKernels = (memory: WebAssembly.Memory) => loadKernels<Kernels>('painter', memory)
