import { lookFields } from './look-fields.ts'

type Size = { width: number; height: number }

/** Entries a side of a colour cube, numbers of an entry. */
export const cubeSide = 17
export const cubeNumbers = cubeSide ** 3 * 4
/** Planes of maps, four numbers a pixel each: (depth slope, depth base, sky slope, sky base), (normal x, y, picture dx, dy), (kept, blurred luma, –, –), (guide A dx, dy, guide B dx, dy). */
export const mapPlanes = 4

export const i420Bytes = ({ width, height }: Size) => (width * height * 3) / 2

const aligned = (bytes: number) => Math.ceil(bytes / 16) * 16

/** What stands where, in bytes, in what crosses to a worker for one frame. */
export function frameInput(source: Size, output: Size, map: Size, hasGuides: boolean) {
  const guideBytes = hasGuides ? aligned(i420Bytes(output)) : 0
  const look = aligned(i420Bytes(source))
  const cube = look + aligned(lookFields.length * 4)
  const maps = cube + cubeNumbers * 4
  const guideA = maps + map.width * map.height * mapPlanes * 16
  return {
    source: 0,
    look,
    cube,
    maps,
    guideA,
    guideB: guideA + guideBytes,
    bytes: guideA + 2 * guideBytes,
  }
}
