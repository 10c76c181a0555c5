/** How the pictures of a video are stored; FFmpeg's names, `unspecified` where the file is silent. */
export type PictureForm = {
  width: number
  height: number
  /** Width of a pixel over its height. */
  pixelShape: { num: number; den: number }
  pix_fmt: string
  matrix: string
  range: string
  transfer: string
  primaries: string
  orientation: Orientation
}

/** What must be done to a stored picture to show it. */
export type Orientation =
  | 'as stored'
  | 'hflip'
  | 'vflip'
  | 'half turn'
  | 'turn right'
  | 'turn left'
  | 'transpose'
  | 'transverse'

const turns: Record<Orientation, string> = {
  'as stored': '',
  hflip: 'hflip',
  vflip: 'vflip',
  'half turn': 'hflip,vflip',
  'turn right': 'transpose=clock',
  'turn left': 'transpose=cclock',
  transpose: 'transpose=cclock_flip',
  transverse: 'transpose=clock_flip',
}

const sidewise = new Set<Orientation>(['turn right', 'turn left', 'transpose', 'transverse'])
const even = (length: number) => Math.max(2, length - (length % 2))
const flags = 'flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp'

/**
 * Of the nine numbers of a display matrix (x' = ax + cy, y' = bx + dy) the four that turn; only
 * their signs are looked at, so that a slanted matrix becomes the nearest quarter turn.
 */
export function orientationOf(a: number, b: number, c: number, d: number): Orientation {
  if (Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c)) {
    if (a < 0) return d < 0 ? 'half turn' : 'hflip'
    return d < 0 ? 'vflip' : 'as stored'
  }
  if (b > 0) return c > 0 ? 'transpose' : 'turn right'
  return c > 0 ? 'turn left' : 'transverse'
}

/** Square pixels and even sides, before turning. */
function storedSize({ width, height, pixelShape: { num, den } }: PictureForm) {
  const stretch = num > 0 && den > 0 ? num / den : 1
  return { width: even(Math.round(width * stretch)), height: even(height) }
}

/** The size as shown: square pixels, turned, sides rounded down to even. */
export function shownSize(form: PictureForm): { width: number; height: number } {
  const { width, height } = storedSize(form)
  return sidewise.has(form.orientation) ? { width: height, height: width } : { width, height }
}

/**
 * FFmpeg filters that make a stored picture an SDR one as shown. I420 is BT.709, limited range; for
 * a file that is so already the planes pass untouched, and when nothing is to be done the answer is
 * empty. A file that is silent about its matrix is taken as BT.601 below 720 rows, as players do.
 * Odd sizes lose their last stored row or column.
 */
export function showingFilters(form: PictureForm, target: 'i420' | 'rgb'): string {
  const { width, height } = storedSize(form)
  const isSquare = form.pixelShape.num === form.pixelShape.den || !form.pixelShape.num
  const kept = { width: isSquare ? width : form.width, height }
  const isCropped = kept.width !== form.width || kept.height !== form.height
  const crop = isCropped ? `crop=${kept.width}:${kept.height}:0:0` : ''
  const isWide = form.primaries === 'bt2020'
  const toSdr = isHdr(form) ? `${toneMap(form)},` : isWide ? `${narrow(form)},` : ''
  const sdr = toSdr ? { ...form, ...sdrForm } : form
  const scale = `scale=w=${width}:h=${height}`
  const source = isRgb(sdr)
    ? 'in_range=pc'
    : `in_color_matrix=${matrixOf(sdr)}:in_range=${rangeOf(sdr)}`
  const toTarget =
    target === 'rgb'
      ? `${scale}:${source}:out_range=pc:${flags},format=rgb24`
      : `${scale}:${source}:out_color_matrix=bt709:out_range=tv:${flags},format=yuv420p`
  const isReady = target === 'i420' && !toSdr && isSquare && isI420(form)
  return [crop, isReady ? '' : toSdr + toTarget, turns[form.orientation]].filter(Boolean).join(',')
}

export const isHdr = ({ transfer }: PictureForm): boolean =>
  transfer === 'smpte2084' || transfer === 'arib-std-b67'

const sdrForm = { matrix: 'gbr', range: 'pc', pix_fmt: 'gbrp' }

const isI420 = (form: PictureForm) =>
  form.pix_fmt === 'yuv420p' && matrixOf(form) === 'bt709' && rangeOf(form) === 'tv'

const isRgb = ({ pix_fmt }: PictureForm) => /^(gbr|rgb|bgr|argb|abgr|0rgb|0bgr|pal8)/.test(pix_fmt)

function rangeOf({ range, pix_fmt }: PictureForm) {
  return range === 'pc' || pix_fmt.startsWith('yuvj') ? 'pc' : 'tv'
}

/** In the words of the scale filter. */
function matrixOf({ matrix, height }: PictureForm) {
  if (matrix === 'bt709' || matrix === 'fcc' || matrix === 'smpte240m') return matrix
  if (matrix === 'bt470bg' || matrix === 'smpte170m') return 'smpte170m'
  if (matrix === 'bt2020nc' || matrix === 'bt2020c') return 'bt2020'
  return height >= 720 ? 'bt709' : 'smpte170m'
}

function zscaleInput(form: PictureForm) {
  const matrix = isRgb(form)
    ? 'gbr'
    : form.matrix === 'unspecified'
      ? '2020_ncl'
      : matrixForZscale(form)
  return `pin=2020:min=${matrix}:rin=${isRgb(form) || rangeOf(form) === 'pc' ? 'full' : 'limited'}`
}

function matrixForZscale(form: PictureForm) {
  const matrix = matrixOf(form)
  return matrix === 'bt2020' ? '2020_ncl' : matrix === 'bt709' ? '709' : '170m'
}

// Through RGB, which cannot leave its range.
const toRgb709 = 't=709:m=gbr:p=709:r=full,format=gbrp'

/**
 * 203 nit, the white of SDR in HDR (ITU-R BT.2408), comes out near white; what is brighter is bent
 * into the rest, up to 1000 nit.
 */
function toneMap(form: PictureForm) {
  const linear = `zscale=tin=${form.transfer}:${zscaleInput(form)}:t=linear:p=709:m=gbr:r=full:npl=203`
  const bend = 'format=gbrpf32le,tonemap=mobius:peak=4.926:desat=0'
  return `${linear},${bend},zscale=${toRgb709}`
}

function narrow(form: PictureForm) {
  return `zscale=tin=709:${zscaleInput(form)}:${toRgb709}`
}
