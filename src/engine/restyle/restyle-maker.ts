import type { MakerModule } from '../frames/frame-maker.ts'
import { loadKernels } from '../kernels/load-kernels.ts'
import { frameInput, i420Bytes, mapPlanes } from './frame-input.ts'
import { lookFields, type LookField } from './look-fields.ts'
import { noiseTile, tileSide } from './noise-tile.ts'
import type { RestyleKernels } from './restyle-kernels.ts'

type Size = { width: number; height: number }

/** Packed bytes (Y, U, V, 255); `overscan` is its width over the frame's. */
export type NewPicture = Size & { bytes: Uint8Array; overscan: number }

export type RestyleInit = {
  source: Size
  output: Size
  map: Size
  hasGuides: boolean
  /** uint32 */
  seed: number
  /** Length and breadth of a stroke in pixels of a frame 360 px high. */
  stroke: { along: number; across: number }
  picture: NewPicture | null
  /** More of the source's own detail is left than is painted. */
  isCareful: boolean
}

const pad = 16
/** Lines of the sheet; a careful look lays little over the source's own detail. */
const shortOfSheet = { careful: 190, free: 260 }

/** Restyles one frame: everything but its fine detail is done on a smaller sheet. */
export const openMaker: MakerModule<RestyleInit>['openMaker'] = async (init) => {
  const { source, output, map, picture } = init
  const { width, height } = output
  const short = Math.min(width, height)
  const step = Math.max(1, Math.round(short / shortOfSheet[init.isCareful ? 'careful' : 'free']))
  const w = Math.ceil(width / step)
  const h = Math.ceil(height / step)
  const stride = w + 2 * pad
  const sheetBytes = stride * (h + 2 * pad) * 16
  const input = frameInput(source, output, map, init.hasGuides)

  let end = 1024
  const room = (bytes: number) => {
    const at = end
    end += Math.ceil(bytes / 64) * 64
    return at
  }
  const at = {
    input: room(input.bytes),
    scaled: room(i420Bytes(output)),
    output: room(i420Bytes(output)),
    sheet: room(sheetBytes),
    graded: room(sheetBytes),
    strokes: room(sheetBytes),
    front: room(w * h * 16),
    behind: room(w * h * 16),
    ways: room(w * h),
    taps: room(16 * 36 * 4),
    row: room((map.width + 1) * mapPlanes * 16),
    rows: room((w + 1) * 32 + width * 16),
    tile: room(tileSide * tileSide * 16),
    picture: picture ? room(picture.bytes.length) : 0,
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65_536) + 1, maximum: 32_768 })
  const k = await loadKernels<RestyleKernels>('restyle', memory)
  const bytes = new Uint8Array(memory.buffer)
  const numbers = new Float32Array(memory.buffer)
  numbers.set(noiseTile(init.seed), at.tile / 4)
  if (picture) bytes.set(picture.bytes, at.picture)
  const scale = Math.min(w, h) / 360
  const { along, across } = init.stroke
  const most = (v: number) => Math.min(pad - 2, Math.max(1, v * scale))
  k.layTaps(at.taps, stride, most(along), most(across))
  /** Pixels of the noise tile to one of the sheet, and of the frame: the tile is 1/720 a pixel. */
  const unit = 720 / short

  return (_, given, target) => {
    bytes.set(given, at.input)
    let i420 = at.input + input.source
    if (source.width !== width || source.height !== height) {
      resizeI420(k, i420, source, at.scaled, output)
      i420 = at.scaled
    }
    const look = at.input + input.look
    const maps = at.input + input.maps
    k.shrink(i420, width, height, step, at.sheet, w, h, pad)
    k.grade(at.sheet, at.graded, stride * (h + 2 * pad), at.input + input.cube)
    k.directions(at.graded, w, h, pad, at.front, at.ways)
    k.paintStrokes(at.graded, w, h, pad, at.ways, at.taps, at.strokes)
    k.compose(
      look,
      at.sheet,
      at.graded,
      at.strokes,
      w,
      h,
      pad,
      unit * step,
      maps,
      map.width,
      map.height,
      at.row,
      at.tile,
      at.front,
      at.behind,
    )
    const told = (field: LookField) => numbers[look / 4 + lookFields.indexOf(field)]!
    if (told('bloom') > 0) k.bloom(at.front, w, h, at.sheet, told('bloom'), 128)
    k.finish(
      look,
      i420,
      width,
      height,
      at.front,
      at.behind,
      w,
      h,
      step,
      at.rows,
      at.picture,
      picture?.width ?? 0,
      picture?.height ?? 0,
      picture?.overscan ?? 1,
      maps,
      map.width,
      map.height,
      at.input + input.guideA,
      at.input + input.guideB,
      at.tile,
      unit,
      at.output,
    )
    const fall = (field: 'flakes' | 'rain', tall: number, alpha: number) => {
      const count = Math.round(told(field) * (width / height))
      if (count > 0) k.falling(at.output, width, height, count, told('time'), tall, alpha, 5)
    }
    fall('flakes', 1, 0.8)
    fall('rain', 14, 0.32)
    target.set(bytes.subarray(at.output, at.output + i420Bytes(output)))
  }
}

function resizeI420(k: RestyleKernels, from: number, a: Size, to: number, b: Size) {
  k.resizePlane(from, a.width, a.height, to, b.width, b.height)
  const small = [a.width >> 1, a.height >> 1, b.width >> 1, b.height >> 1] as const
  const [w, h, width, height] = small
  const start = from + a.width * a.height
  const target = to + b.width * b.height
  k.resizePlane(start, w, h, target, width, height)
  k.resizePlane(start + w * h, w, h, target + width * height, width, height)
}
