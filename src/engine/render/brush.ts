import { cameraPose } from './camera-path.ts'
import type { Kernels } from './kernels.ts'
import { brushKinds } from './look.ts'
import { particleKinds } from './picture.ts'
import type { Desk, Sheet, SheetLayer } from './sheet.ts'

/** A share of the work: the n-th of `of` helpers. */
export type Share = { n: number; of: number }

/** Where finished rows go. */
export type Output = { kind: 'rgba' | 'i420'; address: number }

export const whole: Share = { n: 0, of: 1 }

/** Steps of one frame in order; between two of them all helpers must have finished. */
export const steps = [
  'back',
  'water',
  'front',
  'effects',
  'shrink',
  'blur',
  'develop',
  'finish',
] as const
export type Step = (typeof steps)[number]

const tile = 32

/** Only the wave field matters: the net of light under water is made of it. */
const stillWater = { rough: 0, scale: 1, speed: 1, clear: 0, foam: 0, near: 0, mirror: 0 }

function eachTile(rows: number, share: Share, paint: (row0: number, row1: number) => void): void {
  for (let t = share.n; t * tile < rows; t += share.of) {
    paint(t * tile, Math.min(rows, t * tile + tile))
  }
}

/** Runs the kernels on a sheet: bakes the layers, then paints frames on one worker's desk. */
export class Brush {
  readonly #kernels: Kernels
  readonly #memory: WebAssembly.Memory
  readonly #sheet: Sheet
  readonly #desk: Desk

  constructor(kernels: Kernels, memory: WebAssembly.Memory, sheet: Sheet, desk: number) {
    const place = sheet.desks[desk]
    if (!place) throw new Error(`no desk ${desk} on this sheet`)
    this.#kernels = kernels
    this.#memory = memory
    this.#sheet = sheet
    this.#desk = place
    kernels.setScene(sheet.params)
  }

  /** Paints this share of the textures that stay the same for the whole clip. */
  bake(share: Share): void {
    const { layers, shader, waves } = this.#sheet
    for (const l of layers) {
      if (!l.baked) continue
      eachTile(l.height, share, (row0, row1) => {
        this.#kernels.bakeRows(
          shader,
          l.shader,
          l.texture,
          l.rows,
          l.width,
          row0,
          row1,
          l.originX,
          l.originY,
          l.step,
        )
      })
    }
    if (waves) eachTile(256, share, (a, b) => this.#kernels.buildWaves(waves, a, b))
  }

  /** Points camera, layers and water at one frame; a still is frame 0. */
  aim(frame: number): void {
    const { sheet, kernels } = { sheet: this.#sheet, kernels: this.#kernels }
    const still = sheet.frames === 0
    const t = still ? 0.5 : frame / Math.max(1, sheet.frames - 1)
    const camera = still ? { move: 'static' as const, amount: 0 } : sheet.camera
    const pose = cameraPose(camera, t, sheet.seconds)
    const time = frame / 24 + (sheet.seed % 977) * 0.013
    kernels.setCamera(
      pose.turnX,
      pose.turnY,
      pose.moveX,
      pose.moveY,
      pose.moveZ,
      pose.zoom,
      time,
      frame,
    )
    const words = new Int32Array(this.#memory.buffer, this.#desk.table, sheet.layers.length * 32)
    const reals = new Float32Array(this.#memory.buffer, this.#desk.table, sheet.layers.length * 32)
    sheet.layers.forEach((layer, k) => placeLayer(words, reals, k * 32, layer, frame / 24, time))
    const w = sheet.water ?? stillWater
    if (sheet.waves) {
      kernels.setWater(sheet.waves, w.rough, w.scale, w.speed, w.clear, w.foam, w.near, w.mirror)
    }
    const { look } = sheet
    kernels.setGrade(
      look.saturation,
      look.vignette,
      look.grain,
      look.bloom,
      this.#desk.glow,
      sheet.glowW,
      sheet.glowH,
    )
    kernels.setTone(look.exposure * 0.66, look.contrast, ...look.lift, ...look.drop)
  }

  #back(row0: number, row1: number): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { frame, table } = this.#desk
    const { width: w, flow } = sheet
    if (flow) k.flowRows(frame, w, row0, row1, flow.kind)
    const clear = flow ? 0 : 1
    if (sheet.glowsBehind) {
      k.composeRows(frame, w, row0, row1, table, 0, 1, clear)
      k.glowRows(frame, w, row0, row1, sheet.glows, sheet.glowCount)
      k.composeRows(frame, w, row0, row1, table, 1, sheet.frontFrom, 0)
    } else k.composeRows(frame, w, row0, row1, table, 0, sheet.frontFrom, clear)
  }

  #effects(row0: number, row1: number): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { frame } = this.#desk
    const { width: w, rays } = sheet
    if (rays) k.rayRows(frame, w, row0, row1, rays.strength, rays.caustics, rays.floorY)
    if (sheet.glowCount && !sheet.glowsBehind)
      k.glowRows(frame, w, row0, row1, sheet.glows, sheet.glowCount)
    for (const { kind, count } of sheet.particles) {
      k.particleRows(frame, w, row0, row1, particleKinds.indexOf(kind), count)
    }
  }

  /** Does this share of a step of the frame aimed at. */
  run(step: Step, share: Share, output: Output | null): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { frame, display, glow, table } = this.#desk
    const { width: w, height: h } = sheet
    const all = sheet.layers.length
    if (step === 'back') {
      eachTile(h, share, (a, b) => this.#back(a, b))
    } else if (step === 'water') {
      if (sheet.water) eachTile(h, share, (a, b) => k.waterRows(frame, w, h, a, b))
    } else if (step === 'front') {
      if (all > sheet.frontFrom) {
        eachTile(h, share, (a, b) => k.composeRows(frame, w, a, b, table, sheet.frontFrom, all, 0))
      }
    } else if (step === 'effects') {
      eachTile(h, share, (a, b) => this.#effects(a, b))
    } else if (step === 'shrink') {
      if (sheet.look.bloom > 0) {
        eachTile(sheet.glowH, share, (a, b) => k.shrinkRows(frame, w, h, glow, sheet.glowW, a, b))
      }
    } else if (step === 'blur') {
      if (share.n === 0 && sheet.look.bloom > 0) k.blurGlow(glow, sheet.glowW, sheet.glowH, 0.22)
    } else if (step === 'develop') {
      if (sheet.look.brush) {
        eachTile(h, share, (a, b) => k.developRows(frame, w, h, a, b, display))
      }
    } else {
      eachTile(h, share, (a, b) => this.#finish(a, b, output))
    }
  }

  #finish(row0: number, row1: number, output: Output | null): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { frame, display } = this.#desk
    const { width: w, height: h } = sheet
    const { brush, paper } = sheet.look
    const page = brush ? frame : display
    if (brush) {
      const kind = brushKinds.indexOf(brush) + 1
      k.styliseRows(display, w, h, row0, row1, frame, kind, ...paper)
    } else k.developRows(frame, w, h, row0, row1, display)
    if (output?.kind === 'rgba') k.rgbaRows(page, w, row0, row1, output.address)
    else if (output) k.i420Rows(page, w, h, row0, row1, output.address)
  }
}

function placeLayer(
  words: Int32Array,
  reals: Float32Array,
  at: number,
  layer: SheetLayer,
  seconds: number,
  time: number,
): void {
  const { sway, bob, flicker } = layer
  const rock = bob ? Math.sin((seconds * bob.hz + bob.phase) * 2 * Math.PI) : 0
  const roll = bob ? Math.sin((seconds * bob.hz * 0.63 + bob.phase) * 2 * Math.PI) : 0
  const blink = flicker
    ? 1 - flicker.depth * (0.5 + 0.5 * Math.sin(time * flicker.hz * 6.28) * Math.sin(time * 7.1))
    : 1
  words[at] = layer.texture
  words[at + 1] = layer.rows
  words[at + 2] = layer.width
  words[at + 3] = layer.height
  reals[at + 4] = layer.originX
  reals[at + 5] = layer.originY
  reals[at + 6] = 1 / layer.step
  reals[at + 7] = layer.near
  reals[at + 8] = layer.floor ?? 0
  reals[at + 9] = layer.ceiling ?? 0
  reals[at + 10] = layer.side ?? 0
  reals[at + 11] = (layer.drift ?? 0) * seconds + (bob ? bob.x * roll : 0)
  reals[at + 12] = bob ? bob.y * rock : 0
  reals[at + 13] = sway?.amount ?? 0
  reals[at + 14] = sway?.base ?? 0
  reals[at + 15] = sway?.frequency ?? 0
  reals[at + 16] = sway ? time * sway.hz * 2 * Math.PI : 0
  reals[at + 17] = (layer.gain ?? 1) * blink
  words[at + 18] = layer.blend === 'add' ? 1 : 0
  words[at + 19] = layer.flipped ? 1 : 0
  words[at + 20] = 1
  words[at + 21] = sway?.ripple ? 1 : 0
  words[at + 23] = layer.solid === 'covers' ? 2 : layer.solid === 'clamps' ? 1 : 0
}
