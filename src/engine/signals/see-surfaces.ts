import { mapReader } from './map-reader.ts'
import type { Picture, Seen, Size } from './seen-picture.ts'

/** `paint` writes the three numbers of a place, 0 … 255, at `o`. */
function drawn(
  { width, height }: Size,
  paint: (x: number, y: number, rgb: Uint8ClampedArray, o: number) => void,
): Picture {
  const rgb = new Uint8ClampedArray(width * height * 3)
  for (let j = 0, o = 0; j < height; j++) {
    for (let i = 0; i < width; i++, o += 3) paint((i + 0.5) / width, (j + 0.5) / height, rgb, o)
  }
  return { width, height, rgb: new Uint8Array(rgb.buffer) }
}

/** Planes of maps as `frameMaps` writes them, and the size of one. */
export type FrameMaps = { size: Size; maps: Float32Array }

/** Depth as greys, near bright: a straight line of luma at each place, as it is rendered. */
export function seeDepth(frame: Picture, { size, maps }: FrameMaps): Seen {
  const slope = mapReader({ ...size, data: maps }, 4, 0)
  const base = mapReader({ ...size, data: maps }, 4, 1)
  const { rgb } = frame
  const picture = drawn(frame, (x, y, to, o) => {
    const light = 0.2126 * rgb[o]! + 0.7152 * rgb[o + 1]! + 0.0722 * rgb[o + 2]!
    const luma = 16 + (light * 219) / 255
    to.fill(255 * (1 - slope(x, y) * luma - base(x, y)), o, o + 3)
  })
  return { picture, found: true, words: 'Near is bright, far is dark.' }
}

/** Normals in the usual colours: right is red, up is green, towards the lens is blue. */
export function seeNormals(frame: Size, { size, maps }: FrameMaps): Seen {
  const data = maps.subarray(size.width * size.height * 4)
  const [leanX, leanY] = [mapReader({ ...size, data }, 4, 0), mapReader({ ...size, data }, 4, 1)]
  const picture = drawn(frame, (x, y, to, o) => {
    const [right, up] = [-leanX(x, y), leanY(x, y)]
    const across = Math.hypot(right, up)
    const scale = across > 1 ? 1 / across : 1
    const out = Math.sqrt(Math.max(0, 1 - (across * scale) ** 2))
    to[o] = 127.5 + 127.5 * right * scale
    to[o + 1] = 127.5 + 127.5 * up * scale
    to[o + 2] = 127.5 + 127.5 * out
  })
  return {
    picture,
    found: true,
    words: 'Blue faces the camera, red leans to the right, green leans up.',
  }
}
