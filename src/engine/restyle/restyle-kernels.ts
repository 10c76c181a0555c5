/** What restyle.wasm exports; pointers are byte offsets into its memory. */
export type RestyleKernels = {
  bloom(front: number, w: number, h: number, grid: number, amount: number, from: number): void
  falling(
    luma: number,
    w: number,
    h: number,
    count: number,
    time: number,
    tall: number,
    alpha: number,
    seed: number,
  ): void
  shrink(
    i420: number,
    width: number,
    height: number,
    step: number,
    sheet: number,
    w: number,
    h: number,
    pad: number,
  ): void
  grade(source: number, target: number, count: number, cube: number): void
  directions(
    sheet: number,
    w: number,
    h: number,
    pad: number,
    scratch: number,
    target: number,
  ): void
  layTaps(table: number, stride: number, along: number, across: number): void
  paintStrokes(
    sheet: number,
    w: number,
    h: number,
    pad: number,
    ways: number,
    table: number,
    target: number,
  ): void
  compose(
    settings: number,
    sheet: number,
    graded: number,
    strokes: number,
    w: number,
    h: number,
    pad: number,
    unit: number,
    maps: number,
    mapWidth: number,
    mapHeight: number,
    row: number,
    tile: number,
    front: number,
    behind: number,
  ): void
  finish(
    settings: number,
    i420: number,
    width: number,
    height: number,
    front: number,
    behind: number,
    w: number,
    h: number,
    step: number,
    rows: number,
    picture: number,
    pictureWidth: number,
    pictureHeight: number,
    overscan: number,
    maps: number,
    mapWidth: number,
    mapHeight: number,
    guideA: number,
    guideB: number,
    tile: number,
    unit: number,
    output: number,
  ): void
  resizePlane(from: number, w: number, h: number, to: number, width: number, height: number): void
}
