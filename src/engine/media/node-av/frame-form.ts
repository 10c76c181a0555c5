import { AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants'
import type { AVPixelFormat } from 'node-av/constants'
import { avGetPixFmtName } from 'node-av/lib'
import type { CodecParameters, Frame, Stream } from 'node-av/lib'
import { orientationOf } from '../picture-form.ts'
import type { Orientation, PictureForm } from '../picture-form.ts'

// Code points of ITU-T H.273, FFmpeg's names.
const primaries = { 1: 'bt709', 5: 'bt470bg', 6: 'smpte170m', 9: 'bt2020', 12: 'smpte432' }
const transfers = {
  1: 'bt709',
  6: 'smpte170m',
  13: 'iec61966-2-1',
  14: 'bt2020-10',
  16: 'smpte2084',
  18: 'arib-std-b67',
}
const matrices = {
  0: 'gbr',
  1: 'bt709',
  4: 'fcc',
  5: 'bt470bg',
  6: 'smpte170m',
  7: 'smpte240m',
  9: 'bt2020nc',
  10: 'bt2020c',
}
const ranges = { 1: 'tv', 2: 'pc' }

function named(names: Record<number, string>, code: number) {
  return names[code] ?? (code === 0 || code === 2 ? 'unspecified' : `code ${code}`)
}

type Tagged = Pick<
  CodecParameters,
  'width' | 'height' | 'format' | 'colorSpace' | 'colorRange' | 'colorTrc' | 'colorPrimaries'
>

/** What the stream says about its pictures, or, where it knows better, a decoded picture. */
export function formOf(stream: Stream, frame?: Frame): PictureForm {
  const tagged: Tagged = frame ?? stream.codecpar
  const { num, den } = stream.sampleAspectRatio
  const pixelShape = num > 0 && den > 0 ? { num, den } : { num: 1, den: 1 }
  return {
    width: tagged.width,
    height: tagged.height,
    pixelShape,
    pix_fmt: avGetPixFmtName(tagged.format as AVPixelFormat) ?? 'unknown',
    matrix: named(matrices, tagged.colorSpace),
    range: named(ranges, tagged.colorRange),
    transfer: named(transfers, tagged.colorTrc),
    primaries: named(primaries, tagged.colorPrimaries),
    orientation: orientation(stream),
  }
}

/** From the 3 × 3 matrix (16.16 fixed point) that phones write. */
function orientation(stream: Stream): Orientation {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)
  if (!matrix || matrix.length < 36) return 'as stored'
  const [a, b, c, d] = [0, 1, 3, 4].map((place) => matrix.readInt32LE(place * 4))
  return orientationOf(a!, b!, c!, d!)
}
