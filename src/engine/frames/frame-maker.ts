/**
 * Makes picture `index` of a clip in a worker: reads what `fill` put into `input`, writes
 * `output`. Frames come in any order, so a maker keeps nothing between two of them that the
 * result depends on.
 */
export type FrameMaker = (index: number, input: Uint8Array, output: Uint8Array) => void

/** A file that exports `openMaker`; `init` has crossed a thread, so it is plain data. */
export type MakerModule<Init> = { openMaker(init: Init): Promise<FrameMaker> }
