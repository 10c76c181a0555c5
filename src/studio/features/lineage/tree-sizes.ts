import type { TreeNode } from './family-tree.ts'

/** CSS pixels of the drawing at 100 %. */
export const itemPx = { width: 128, height: 108 } as const
const gapPx = { across: 108, down: 12 } as const
const marginPx = 24

const pitch = { x: itemPx.width + gapPx.across, y: itemPx.height + gapPx.down }

export const placeOf = ({ depth, row }: Pick<TreeNode, 'depth' | 'row'>) => ({
  left: marginPx + depth * pitch.x,
  top: marginPx + row * pitch.y,
})

export const drawingSize = ({ depths, rows }: { depths: number; rows: number }) => ({
  width: 2 * marginPx + depths * pitch.x - gapPx.across,
  height: 2 * marginPx + rows * pitch.y - gapPx.down,
})

/** Half of the still, below the top of an item. */
const midPx = 44

/** How far the line to a further parent goes above the pictures. */
const bowPx = 32

/** From the right edge of a parent to the left edge of a child, with an easy bend. */
export function lineOf(parent: TreeNode, child: TreeNode, isExtra: boolean): string {
  const from = placeOf(parent)
  const to = placeOf(child)
  if (isExtra) {
    const [x1, y1, x2, y2] = [
      from.left + itemPx.width / 2,
      from.top,
      to.left + itemPx.width / 2,
      to.top,
    ]
    return `M${x1} ${y1}C${x1} ${y1 - bowPx} ${x2} ${y2 - bowPx} ${x2} ${y2}`
  }
  const [x1, y1] = [from.left + itemPx.width, from.top + midPx]
  const [x2, y2] = [to.left, to.top + midPx]
  const bend = Math.min(gapPx.across / 2, (x2 - x1) / 2)
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}

/** Where the words of a step stand: in the gap before the child. */
export const wordsPlace = (child: TreeNode) => {
  const { left, top } = placeOf(child)
  return { left: left - gapPx.across + 4, top: top + midPx - 18, width: gapPx.across - 8 }
}
