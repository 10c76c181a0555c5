import { useEffect, useState } from 'react'
import { coverRect } from './animatic.ts'
import { createCell } from './cell.ts'

type Box = { width: number; height: number }

async function load(address: string, box: Box): Promise<ImageBitmap> {
  const image = new Image()
  image.src = address
  await image.decode()
  const { x, y, width, height } = coverRect(
    { width: image.naturalWidth, height: image.naturalHeight },
    box,
  )
  return createImageBitmap(image, x, y, width, height, {
    resizeWidth: box.width,
    resizeHeight: box.height,
    resizeQuality: 'medium',
  })
}

/** Pictures decoded once, cut to fill a box, as they arrive. `arrived` counts them. */
export function useStills(addresses: readonly string[], { width, height }: Box) {
  const [stills] = useState(() => new Map<string, ImageBitmap>())
  const [arrived] = useState(() => createCell(0))
  const wanted = [...new Set(addresses)].toSorted().join('\n')
  const keyOf = (address: string) => `${width} ${height} ${address}`

  useEffect(() => {
    let isOver = false
    const loadAll = async () => {
      for (const address of wanted.split('\n').filter(Boolean)) {
        const key = `${width} ${height} ${address}`
        if (isOver) return
        if (stills.has(key)) continue
        const still = await load(address, { width, height }).catch(() => null)
        if (!still) continue
        stills.set(key, still)
        arrived.set(arrived.get() + 1)
      }
    }
    void loadAll()
    return () => {
      isOver = true
    }
  }, [wanted, width, height, stills, arrived])

  useEffect(
    () => () => {
      for (const still of stills.values()) still.close()
      stills.clear()
    },
    [stills],
  )
  return { stillOf: (address: string) => stills.get(keyOf(address)), arrived }
}
