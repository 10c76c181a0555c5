import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { cutClip } from './native/cut-clip.ts'
import { drawFrame, drawStrip } from './native/draw-frames.ts'
import { joinClips, joinsLossless } from './native/join-clips.ts'
import { openClip } from './native/open-clip.ts'
import type { Clip } from './native/open-clip.ts'
import { readFacts } from './native/read-facts.ts'
import type { VideoFacts } from './native/read-facts.ts'
import { readStill } from './native/read-still.ts'

/** What the web server asks of its child, one question at a time. `to`: a file to be written. */
export type MediaQuestion =
  | { ask: 'facts'; path: string }
  | { ask: 'poster'; path: string; maxSide: number }
  | { ask: 'frame'; path: string; frame: number; maxWidth: number }
  | { ask: 'strip'; path: string; frames: number[]; height: number }
  | { ask: 'png'; path: string; frame: number; to: string }
  | { ask: 'cut'; path: string; from: number; frames: number; to: string; mostBytes: number }
  | { ask: 'join'; paths: string[]; to: string }
  | { ask: 'joinable'; paths: string[] }
export type MediaAnswer =
  | { facts: VideoFacts }
  | { picture: Uint8Array }
  | { lossless: boolean }
  | { written: true }
  | { fault: string }

let kept: { path: string; clip: Clip } | undefined

async function forgetClip() {
  const last = kept
  kept = undefined
  await last?.clip.close()
}

/** The clip that was asked for last stays open, as its next frame is often asked for next. */
async function withClip<T>(path: string, use: (clip: Clip) => Promise<T>): Promise<T> {
  if (kept?.path !== path) {
    await forgetClip()
    kept = { path, clip: await openClip(path) }
  }
  try {
    return await use(kept.clip)
  } catch (error) {
    await forgetClip()
    throw error
  }
}

async function drawPoster(path: string, maxSide: number) {
  const { rgb, width, height } = await readStill(path)
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
}

async function answer(question: MediaQuestion): Promise<MediaAnswer> {
  switch (question.ask) {
    case 'join':
      await joinClips(question.paths, question.to)
      return { written: true }
    case 'joinable':
      return { lossless: await joinsLossless(question.paths) }
    default:
      return answerOfOne(question)
  }
}

async function answerOfOne(
  question: Exclude<MediaQuestion, { paths: string[] }>,
): Promise<MediaAnswer> {
  const { ask, path } = question
  switch (ask) {
    case 'facts':
      return { facts: await readFacts(path) }
    case 'poster':
      return { picture: await drawPoster(path, question.maxSide) }
    case 'frame': {
      const { frame, maxWidth } = question
      const as = { format: 'webp', maxWidth } as const
      return { picture: await withClip(path, (clip) => drawFrame(clip, frame, as)) }
    }
    case 'strip': {
      const { frames, height } = question
      return { picture: await withClip(path, (clip) => drawStrip(clip, frames, height)) }
    }
    case 'png': {
      const { frame, to } = question
      const png = await withClip(path, (clip) => drawFrame(clip, frame, { format: 'png' }))
      await writeFile(to, png, { flag: 'wx' })
      return { written: true }
    }
    case 'cut':
      await withClip(path, (clip) => cutClip(clip, question))
      return { written: true }
  }
}

process.on('message', (question: MediaQuestion) => {
  void answer(question)
    .catch((error: unknown) => ({
      fault: error instanceof Error ? error.message : String(error),
    }))
    .then((said) => process.send?.(said))
})
