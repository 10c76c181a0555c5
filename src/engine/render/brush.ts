import { lightSteps } from '../hdr/light-curve.ts'
import type { Kernels } from './kernels.ts'
import { brushKinds, filmExposure } from './look.ts'
import { particleKinds } from './picture.ts'
import { placeLayer } from './place-layer.ts'
import { loopPlace, secondsAt } from './shot.ts'
import { tile } from './sheet.ts'
import type { Desk, Sheet } from './sheet.ts'

/** Where finished rows go. */
export type Output = { kind: 'rgba' | 'i420'; address: number; light?: number }

/** Steps of one frame in order; between two of them all helpers must have finished. */
const steps = ['back', 'water', 'front', 'blur', 'develop', 'finish'] as const
export type Step = (typeof steps)[number]

/** The steps a sheet needs. */
export function stepsOf({ water, look }: Sheet): Step[] {
  return steps.filter((step) => {
    if (step === 'water' || step === 'front') return water !== null
    if (step === 'blur') return look.bloom > 0
    return step !== 'develop' || look.brush !== null
  })
}

/** Only the wave field matters: the net of light under water is made of it. */
const stillWater = { rough: 0, scale: 1, speed: 1, clear: 0, foam: 0, near: 0, mirror: 0 }

/** Runs the kernels on a sheet: bakes the layers, then paints frames on one worker's desk. */
export class Brush {
  readonly #kernels: Kernels
  readonly #memory: WebAssembly.Memory
  readonly #sheet: Sheet
  readonly #desk: Desk
  /** Rows from here on are water all across. */
  #shore = Infinity

  constructor(kernels: Kernels, memory: WebAssembly.Memory, sheet: Sheet, desk: number) {
    const place = sheet.desks[desk]
    if (!place) throw new Error(`no desk ${desk} on this sheet`)
    this.#kernels = kernels
    this.#memory = memory
    this.#sheet = sheet
    this.#desk = place
    kernels.setScene(sheet.params)
    const { look } = sheet
    kernels.setGrade(
      look.saturation,
      look.vignette,
      look.grain,
      look.bloom,
      place.glow,
      sheet.glowW,
      sheet.glowH,
    )
    kernels.setTone(sheet.tones, filmExposure(look), look.contrast, ...look.lift, ...look.drop)
    const { light } = sheet
    const table = lightSteps * 2
    if (light) kernels.setLight(light, light + table, light + 2 * table)
  }

  /** Runs through pieces of work; shared ones are taken by whoever is free (counter `claim`). */
  #each(count: number, shared: boolean, claim: number, work: (n: number) => void): void {
    if (!shared) {
      for (let n = 0; n < count; n++) work(n)
      return
    }
    const counters = new Int32Array(this.#memory.buffer, this.#sheet.claims, 16)
    for (;;) {
      const n = Atomics.add(counters, claim, 1)
      if (n >= count) return
      work(n)
    }
  }

  #tiles(shared: boolean, step: Step, paint: (row0: number, row1: number) => void): void {
    const { height } = this.#sheet
    this.#each(Math.ceil(height / tile), shared, steps.indexOf(step), (n) => {
      paint(n * tile, Math.min(height, n * tile + tile))
    })
  }

  /** Paints the textures that stay the same for the whole clip, the waves and the tone tables. */
  bake(shared: boolean): void {
    const { layers, shader, waves, tones, inks, shot } = this.#sheet
    const jobs: (() => void)[] = [() => this.#kernels.buildTones(tones)]
    if (inks) jobs.push(() => this.#kernels.buildInks(inks))
    if (waves) jobs.push(() => this.#kernels.buildWaves(waves, 0, 128, 0))
    for (const l of shot.frames > 0 ? layers : []) {
      if (!l.baked) continue
      for (let row = 0; row < l.height; row += tile) {
        const end = Math.min(l.height, row + tile)
        jobs.push(() => {
          const { texture, rows, width, originX, originY, step } = l
          const { x, y, scale } = l.planted ?? { x: 0, y: 0, scale: 1 }
          this.#kernels.bakeRows(
            shader,
            l.shader,
            texture,
            rows,
            width,
            row,
            end,
            (originX - x) / scale,
            (originY - y) / scale,
            step / scale,
            0,
            0,
            0,
          )
        })
      }
    }
    this.#each(jobs.length, shared, 15, (n) => jobs[n]?.())
  }

  /** Points camera, layers and water at one frame of the shot; a still is frame 0. */
  aim(index: number): void {
    const { sheet, kernels } = { sheet: this.#sheet, kernels: this.#kernels }
    const { shot, track } = sheet
    const still = shot.frames === 0
    const number = (shot.from ?? 0) + index
    const frame = shot.loop ? number % shot.frames : number
    const pose = track[shot.loop ? index % shot.frames : index] ?? track[0]
    if (!pose) throw new RangeError(`the shot has no frame ${index}`)
    this.#shore =
      sheet.water?.mirror === 0
        ? Math.ceil((sheet.view.top + pose.turnY * pose.zoom) / sheet.view.px) + 2
        : Infinity
    const seconds = still ? 0 : secondsAt(shot, index)
    const time = seconds + (sheet.seed % 977) * 0.013
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
    const place = shot.loop ? loopPlace(shot, number) : 0
    kernels.setLoop(shot.loop ? shot.frames / 24 : 0, place)
    const words = new Int32Array(this.#memory.buffer, this.#desk.table, sheet.layers.length * 32)
    const reals = new Float32Array(this.#memory.buffer, this.#desk.table, sheet.layers.length * 32)
    sheet.layers.forEach((l, k) => placeLayer(words, reals, k * 32, l, seconds, time, shot))
    if (still) {
      // The textures of a still lie on the frame's own pixels.
      sheet.layers.forEach(({ baked }, k) => baked && reals.fill(0, k * 32 + 11, k * 32 + 14))
    }
    const w = sheet.water ?? stillWater
    const { waves } = this.#desk
    if (waves && shot.loop) kernels.buildWaves(waves, 0, 128, w.speed)
    if (waves) kernels.setWater(waves, w.rough, w.scale, w.speed, w.clear, w.foam, w.near, w.mirror)
  }

  /** Paints the part of layers first…last a tile of a still shows, the nearest first. */
  #uncover(row0: number, row1: number, first: number, last: number): void {
    const { layers, shader, width, view } = this.#sheet
    const { top, px } = view
    const { table, mask, scratch } = this.#desk
    const { buffer } = this.#memory
    new Uint8Array(buffer, mask, width * (tile + 2)).fill(0)
    for (let k = last - 1; k >= first; k--) {
      const l = layers[k]
      if (!l?.baked) continue
      const words = new Int32Array(buffer, table + k * 128, 32)
      const reals = new Float32Array(buffer, table + k * 128, 32)
      const above = Math.round((top - l.originY) / px)
      const below = above + l.height
      const meets = row0 < below && row1 > above
      words[20] = meets || l.solid ? 1 : 0
      if (!meets && !l.solid) continue
      const from = Math.min(Math.max(row0, above), below - 2)
      const to = Math.max(Math.min(row1, below), from + 2)
      const left = Math.round((l.originX - view.left) / px)
      const y = top - from * px
      const fits = !l.solid || (row0 >= above && row1 <= below && l.width === width)
      const seen = meets && fits && from >= row0 ? mask + (from - row0) * width + left : 0
      const hides = l.blend !== 'add' && (reals[17] ?? 0) >= 1 ? 1 : 0
      words[0] = scratch + l.texture
      words[1] = scratch + l.rows
      words[3] = to - from
      reals[5] = y
      this.#kernels.bakeRows(
        shader,
        l.shader,
        words[0],
        words[1],
        l.width,
        0,
        to - from,
        l.originX,
        y,
        px,
        seen,
        width,
        hides,
      )
    }
  }

  #compose(row0: number, row1: number, first: number, last: number, clear: number): void {
    this.#kernels.composeRows(
      this.#desk.frame,
      this.#sheet.width,
      row0,
      row1,
      this.#desk.table,
      first,
      last,
      clear,
    )
  }

  #back(row0: number, row1: number): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { flow, frontFrom, glowsBehind } = sheet
    const end = Math.min(row1, this.#shore)
    const { frame } = this.#desk
    if (end > row0) {
      if (flow) k.flowRows(frame, sheet.width, row0, end, flow.kind)
      if (sheet.shot.frames === 0) this.#uncover(row0, end, 0, frontFrom)
      const clear = flow ? 0 : 1
      if (glowsBehind) {
        this.#compose(row0, end, 0, 1, clear)
        k.glowRows(frame, sheet.width, row0, end, sheet.glows, sheet.glowCount)
        this.#compose(row0, end, 1, frontFrom, 0)
      } else this.#compose(row0, end, 0, frontFrom, clear)
    }
    if (!sheet.water) this.#front(row0, row1)
  }

  #front(row0: number, row1: number): void {
    const { layers, frontFrom, shot } = this.#sheet
    if (layers.length > frontFrom) {
      if (shot.frames === 0) this.#uncover(row0, row1, frontFrom, layers.length)
      this.#compose(row0, row1, frontFrom, layers.length, 0)
    }
    this.#effects(row0, row1)
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
    if (sheet.look.bloom > 0) {
      const { glowW, glowH, height } = sheet
      const last = row1 === height ? glowH : row1 / 8
      k.shrinkRows(frame, w, height, this.#desk.glow, glowW, row0 / 8, last)
    }
  }

  /** Does a step of the frame aimed at: all of it, or what it can get of a shared one. */
  run(step: Step, shared: boolean, output: Output | null): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { frame, display, glow } = this.#desk
    const { width: w, height: h } = sheet
    if (step === 'back') this.#tiles(shared, step, (a, b) => this.#back(a, b))
    else if (step === 'water') this.#tiles(shared, step, (a, b) => k.waterRows(frame, w, h, a, b))
    else if (step === 'front') this.#tiles(shared, step, (a, b) => this.#front(a, b))
    else if (step === 'blur') {
      this.#each(1, shared, steps.indexOf(step), () => {
        k.blurGlow(glow, sheet.glowW, sheet.glowH, sheet.glowStep)
      })
    } else if (step === 'develop') {
      this.#tiles(shared, step, (a, b) => k.developRows(frame, w, h, a, b, display, 0))
    } else this.#tiles(shared, step, (a, b) => this.#finish(a, b, output))
  }

  #finish(row0: number, row1: number, output: Output | null): void {
    const { sheet, kernels: k } = { sheet: this.#sheet, kernels: this.#kernels }
    const { frame, display } = this.#desk
    const { width: w, height: h } = sheet
    const { brush, paper } = sheet.look
    if (sheet.inks && output?.kind === 'i420') {
      if (output.light) k.developRows(frame, w, h, row0, row1, display, output.light)
      k.inkRows(frame, w, row0, row1, display, sheet.inks)
      k.pressRows(display, w, h, row0, row1, output.address)
      return
    }
    const page = brush ? frame : display
    if (brush) {
      const kind = brushKinds.indexOf(brush) + 1
      k.styliseRows(display, w, h, row0, row1, frame, kind, ...paper)
    } else k.developRows(frame, w, h, row0, row1, display, 0)
    if (output?.kind === 'rgba') k.rgbaRows(page, w, row0, row1, output.address)
    else if (output) k.i420Rows(page, w, h, row0, row1, output.address)
  }
}
