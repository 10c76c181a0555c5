import { readClipShape } from './clip-shape.ts'
import { copyClips } from './copy-clips.ts'
import { encodeClips } from './encode-clips.ts'
import { joinWay } from './join-way.ts'

const shapesOf = async (paths: readonly string[]) => {
  const shapes = []
  for (const path of paths) shapes.push(await readClipShape(path))
  return shapes
}

/** Whether these clips can be joined as they are. */
export const joinsLossless = async (paths: readonly string[]): Promise<boolean> =>
  joinWay(await shapesOf(paths)) !== 'encode'

/** One MP4 of several clips, as they are where they are alike. @throws Error with a sentence */
export async function joinClips(paths: readonly string[], to: string): Promise<void> {
  const shapes = await shapesOf(paths)
  const sources = paths.map((path, index) => ({ path, shape: shapes[index]! }))
  const join = joinWay(shapes) === 'copy' ? copyClips : encodeClips
  await join(sources, to)
}
