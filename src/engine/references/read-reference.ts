import { readPicture } from '../media/read-picture.ts'
import { clusters, type Swatch } from '../reading/clusters.ts'
import type { Pixels } from '../reading/pixels.ts'
import { readScene, type SceneReading } from '../reading/read-scene.ts'
import { styleOf, type StyleReading } from './style-of.ts'

export type Reference = {
  /** At most 1400 pixels a side. */
  picture: Pixels
  reading: SceneReading
  palette: Swatch[]
  style: StyleReading
}

const sidePx = 1400
const colours = 6

/** Reads a reference picture: colours, light, composition, style, subject. */
export async function readReference(path: string): Promise<Reference> {
  const { width, height, rgb } = await readPicture(path, { maxSide: sidePx })
  const picture = { width, height, rgb }
  const reading = readScene(picture)
  return {
    picture,
    reading,
    palette: clusters(reading.planes.lab, colours),
    style: styleOf(reading.planes),
  }
}
