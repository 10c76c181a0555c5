import type { Layer } from './layer.ts'
import type { Picture } from './picture.ts'
import { bottomOf } from './view.ts'
import type { View } from './view.ts'

/** Each row of plants before the frame's own is this much larger and nearer. */
const growth = 1.15
const mostRows = 14

/** Plants that stand along the frame's lower edge: their layer, and where it is rooted. */
type Edge = { shader: number; root: number; gap: number }

function edgeOf({ stage }: Picture): Edge | null {
  if (stage.spec.family === 'landscape')
    return { shader: 7, root: -stage.bottom - 0.06, gap: 0.075 }
  if (stage.spec.family === 'forest') return { shader: 7, root: -stage.bottom - 0.04, gap: 0.15 }
  return null
}

/** Further rows of the frame's nearest plants, down to the window's lower edge. */
function rowsBefore(edge: Edge, layer: Layer, picture: Picture, view: View): Layer[] {
  const tall = (layer.top ?? 0) - edge.root
  const rows: Layer[] = []
  let scale = 1
  let root = edge.root
  for (let n = 1; n <= mostRows && root + tall * scale > bottomOf(view); n++) {
    scale *= growth
    root -= edge.gap * scale
    const planted = {
      x: 13.7 * n + picture.stage.random(60 + n),
      y: root - edge.root * scale,
      scale,
    }
    const sway = layer.sway && {
      ...layer.sway,
      base: root,
      frequency: layer.sway.frequency / scale,
    }
    rows.push({
      ...layer,
      near: layer.near * scale,
      top: root + tall * scale,
      bottom: root,
      planted,
      ...(sway && { sway }),
    })
  }
  return rows
}

/** What would end just outside the frame goes on to the edges of a window wider than it. */
export function widenPicture(picture: Picture, view: View): Picture {
  const { stage } = picture
  if (bottomOf(view) > -stage.bottom - 0.02) return picture
  const edge = edgeOf(picture)
  if (!edge) return picture
  const layers = picture.layers.flatMap((layer) => {
    if (layer.sprite) return [layer]
    if (layer.shader === edge.shader) return [layer, ...rowsBefore(edge, layer, picture, view)]
    const isNearestTrees = stage.spec.family === 'forest' && layer.shader === 4
    return [isNearestTrees ? { ...layer, bottom: -1e9 } : layer]
  })
  return { ...picture, layers }
}
