import {
  AVCOL_SPC_BT709,
  AVCOL_SPC_SMPTE170M,
  AVCOL_SPC_UNSPECIFIED,
  AVCOL_TRC_ARIB_STD_B67,
  AVCOL_TRC_SMPTE2084,
} from 'node-av/constants'
import { FilterGraph, Frame } from 'node-av/lib'
import type { FilterContext } from 'node-av/lib'
import { soundOrThrow } from './open-video.ts'

/** Turns decoded pictures by FFmpeg's filters, which are kept while the form of the pictures stays. */
export type PictureFilter = {
  /** Takes the picture; the answer is valid until the next call. */
  pass(frame: Frame): Promise<Frame>
  free(): void
}

type Chain = { graph: FilterGraph; entry: FilterContext; exit: FilterContext }

export function openPictureFilter(filtersFor: (frame: Frame) => string): PictureFilter {
  const passed = new Frame()
  passed.alloc()
  let chain: Chain | undefined
  let chainFor = ''
  return {
    async pass(frame) {
      const source =
        `buffer=video_size=${frame.width}x${frame.height}:pix_fmt=${frame.format}:time_base=1/1:` +
        `colorspace=${matrixOf(frame)}:range=${frame.colorRange}`
      const filters = `${source},${filtersFor(frame)},buffersink`
      if (chainFor !== filters) {
        chain?.graph.free()
        chain = undefined
        chain = await openChain(filters)
        chainFor = filters
      }
      const { entry, exit } = chain!
      frame.colorSpace = matrixOf(frame)
      soundOrThrow(await entry.buffersrcAddFrame(frame))
      passed.unref()
      soundOrThrow(await exit.buffersinkGetFrame(passed))
      return passed
    },
    free() {
      chain?.graph.free()
      passed.free()
    },
  }
}

/** A file that is silent about it is taken as players take it. */
function matrixOf({ colorSpace, height }: Frame) {
  if (colorSpace !== AVCOL_SPC_UNSPECIFIED) return colorSpace
  return height >= 720 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M
}

async function openChain(filters: string): Promise<Chain> {
  const graph = new FilterGraph()
  graph.alloc()
  try {
    soundOrThrow(graph.parsePtr(filters))
    soundOrThrow(await graph.config())
    const all = graph.filters ?? []
    const entry = all.find((filter) => filter.filter?.name === 'buffer')!
    const exit = all.find((filter) => filter.filter?.name === 'buffersink')!
    return { graph, entry, exit }
  } catch (error) {
    graph.free()
    throw error
  }
}

const scaling = 'flags=bicubic+accurate_rnd+full_chroma_int'
const toSdr =
  'zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius,' +
  'zscale=t=bt709:m=bt709:r=limited,format=yuv444p,'
const turns: Record<number, string> = {
  90: ',transpose=clock',
  180: ',hflip,vflip',
  270: ',transpose=cclock',
}

const isHdr = ({ colorTrc }: Frame): boolean =>
  colorTrc === AVCOL_TRC_SMPTE2084 || colorTrc === AVCOL_TRC_ARIB_STD_B67

const turnFilter = (turn: number): string => turns[turn] ?? ''

/** To upright 8-bit RGB; pictures in HDR are brought down to SDR. */
export const rgbFilters =
  (turn: number, size = '') =>
  (frame: Frame): string =>
    `${isHdr(frame) ? toSdr : ''}scale=${size}${scaling},format=rgb24${turnFilter(turn)}`

/** To upright 8-bit 4:2:0 as x264 takes it; what is so already passes untouched. */
export const i420Filters =
  (turn: number) =>
  (frame: Frame): string =>
    `${evenCrop(frame)}${isHdr(frame) ? toSdr : ''}scale=${scaling},` +
    `format=yuv420p|yuvj420p${turnFilter(turn)}`

function evenCrop({ width, height }: Frame) {
  const isOdd = width % 2 === 1 || height % 2 === 1
  return isOdd ? `crop=${width - (width % 2)}:${height - (height % 2)}:0:0,` : ''
}
