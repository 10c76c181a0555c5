import sharp from 'sharp'
import { readFacts } from './read-facts.ts'
import type { VideoFacts } from './read-facts.ts'
import { readStill } from './read-still.ts'

/** What the web server asks of its child, one question at a time. */
export type MediaQuestion = { ask: 'facts' | 'poster'; path: string; maxSide: number }
export type MediaAnswer =
  { facts: VideoFacts } | { poster: Uint8Array<ArrayBuffer> } | { fault: string }

async function answer({ ask, path, maxSide }: MediaQuestion): Promise<MediaAnswer> {
  try {
    if (ask === 'facts') return { facts: await readFacts(path) }
    const { rgb, width, height, turn } = await readStill(path)
    const webp = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .rotate(turn)
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
    return { poster: new Uint8Array(webp) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (question: MediaQuestion) => {
  void answer(question).then((said) => process.send?.(said))
})
