import { useEffect, useState } from 'react'

/** Width over height of one still of a sprite, once it is here; `failed` where none can be had. */
export function useSprite(src: string, cells: number): number | 'failed' | null {
  const [loaded, setLoaded] = useState<{ src: string; ratio: number | 'failed' } | null>(null)
  useEffect(() => {
    const image = new Image()
    const leaving = new AbortController()
    const { signal } = leaving
    const onLoad = () => {
      const { naturalWidth, naturalHeight } = image
      setLoaded({ src, ratio: naturalWidth / cells / Math.max(1, naturalHeight) })
    }
    image.addEventListener('load', onLoad, { signal })
    image.addEventListener('error', () => setLoaded({ src, ratio: 'failed' }), { signal })
    image.src = src
    return () => {
      leaving.abort()
      image.src = ''
    }
  }, [src, cells])
  return loaded?.src === src ? loaded.ratio : null
}
