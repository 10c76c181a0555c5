import { existsSync } from 'node:fs'
import { type FrameRange, stripCellsMost, stripFrames } from '#contract/clip-strip.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { drawingProcess, type MediaProcess, stripProcess } from './media-process.ts'
import { writeDrawn } from './write-drawn.ts'

const maxWidth = 1280
const stripHeight = 72
/** Sprites of parts that are remembered, of some 50 KB each: there are too many to keep on the disk. */
const partsKept = 64

/**
 * Draws frames and sprites of clips, each once. On the disk stand at most as many pictures of a clip
 * as it has frames, and one sprite.
 */
export function createDrawings(folder: DataFolder) {
  const underWay = new Map<string, Promise<Uint8Array>>()
  const parts = new Map<string, Uint8Array>()

  function once(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const drawing = underWay.get(name) ?? draw().finally(() => underWay.delete(name))
    underWay.set(name, drawing)
    return drawing
  }

  async function kept(path: string, draw: () => Promise<Uint8Array>): Promise<string> {
    if (existsSync(path)) return path
    await once(path, async () => {
      const drawn = await draw()
      await writeDrawn(folder, path, drawn)
      return drawn
    })
    return path
  }

  const stripOf = (sha256: string, frames: number[]) =>
    ask(stripProcess, {
      ask: 'strip',
      path: folder.mediaFile(sha256),
      frames,
      height: stripHeight,
    })

  /** All of them: @throws Error with a sentence when the clip cannot be read. */
  return {
    /** The WebP file of one frame. */
    frame: (sha256: string, frame: number): Promise<string> =>
      kept(folder.drawnFile(sha256, `frame-${frame}`), () => {
        const path = folder.mediaFile(sha256)
        return ask(drawingProcess, { ask: 'frame', path, frame, maxWidth })
      }),

    /** The WebP file of the sprite of a whole clip. */
    strip: (sha256: string, frames: number): Promise<string> =>
      kept(folder.drawnFile(sha256, 'strip'), () =>
        stripOf(sha256, stripFrames({ from: 0, to: frames }, stripCellsMost)),
      ),

    /** The WebP sprite of a part of a clip. */
    async part(sha256: string, range: FrameRange): Promise<Uint8Array> {
      const name = `${sha256} ${range.from} ${range.to}`
      const sprite =
        parts.get(name) ?? (await once(name, () => stripOf(sha256, stripFrames(range))))
      parts.delete(name)
      parts.set(name, sprite)
      for (const oldest of [...parts.keys()].slice(0, -partsKept)) parts.delete(oldest)
      return sprite
    },
  }
}

async function ask(child: MediaProcess, question: Parameters<MediaProcess['ask']>[0]) {
  const said = await child.ask(question)
  if (!('picture' in said)) throw new Error('Nothing could be drawn of this video.')
  return said.picture
}
