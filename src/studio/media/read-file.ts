import type { FileFacts } from './check-file.ts'
import { sniffType } from './sniff-type.ts'

/** A browser that says nothing for so long will not: the server measures instead. */
const patienceMs = 8000

type Measured = Pick<FileFacts, 'width' | 'height' | 'durationS'>

const pixels = (width: number, height: number): Measured =>
  width > 0 && height > 0 ? { width, height } : {}

/** Reads the header only; `decode()` would unpack every pixel. */
function measurePicture(address: string, tell: (found: Measured) => void) {
  const picture = new Image()
  picture.addEventListener('load', () => tell(pixels(picture.naturalWidth, picture.naturalHeight)))
  picture.addEventListener('error', () => tell({}))
  picture.src = address
  return () => picture.removeAttribute('src')
}

/** A clip this browser cannot play (HEVC, ProRes) is no fault: nothing is told of it. */
function measureClip(address: string, tell: (found: Measured) => void) {
  const clip = document.createElement('video')
  clip.preload = 'metadata'
  clip.muted = true
  clip.addEventListener('loadedmetadata', () => {
    const { videoWidth, videoHeight, duration } = clip
    const isTold = Number.isFinite(duration) && duration > 0
    tell({ ...pixels(videoWidth, videoHeight), ...(isTold && { durationS: duration }) })
  })
  clip.addEventListener('error', () => tell({}))
  clip.src = address
  return () => {
    clip.removeAttribute('src')
    clip.load()
  }
}

/** What this browser finds out about a file without sending it. */
export async function readFile(file: Blob): Promise<FileFacts> {
  const type = sniffType(new Uint8Array(await file.slice(0, 64).arrayBuffer()))
  const known = { type, bytes: file.size }
  if (!type?.medium) return known
  const measure = type.medium === 'image' ? measurePicture : measureClip
  const address = URL.createObjectURL(file)
  let letGo: (() => void) | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  const found = await new Promise<Measured>((resolve) => {
    patience = setTimeout(() => resolve({}), patienceMs)
    letGo = measure(address, resolve)
  })
  clearTimeout(patience)
  letGo?.()
  URL.revokeObjectURL(address)
  return { ...known, ...found }
}
