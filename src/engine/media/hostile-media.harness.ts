import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { inspectMedia } from './inspect-media.ts'
import { MediaFault } from './media-fault.ts'
import { readFrame } from './read-frame.ts'
import { readPicture } from './read-picture.ts'
import { openVideoDecoder } from './video-decoder.ts'

/** What became of a file; `fault` and `why`, or what it is and how many pictures were read. */
export type Outcome = {
  name: string
  fault?: string
  why?: string
  media_type?: string
  width?: number
  height?: number
  frames?: number
  read?: number
}
/** `peakKb`: the most memory that was ever held, from Linux; 0 elsewhere. */
export type Outcomes = { outcomes: Outcome[]; peakKb: number }

async function meet(path: string): Promise<Outcome> {
  const name = basename(path)
  try {
    const { media_type, facts } = await inspectMedia(path)
    const { width = 0, height = 0, frames = 1 } = facts
    const read = facts.medium === 'image' ? await readStill(path) : await readClip(path, frames)
    return { name, media_type, width, height, frames, read }
  } catch (error) {
    if (error instanceof MediaFault) return { name, fault: error.kind, why: error.message }
    throw error
  }
}

async function readStill(path: string) {
  const { width, height, rgb } = await readPicture(path)
  if (rgb.length !== width * height * 3) throw new Error(`${path}: bytes are missing`)
  return 1
}

async function readClip(path: string, frames: number) {
  const decoder = await openVideoDecoder(path)
  let read = 0
  try {
    const bytes = (decoder.width * decoder.height * 3) / 2
    for (let next; (next = await decoder.read()); read++) {
      if (next.length !== bytes) throw new Error(`${path}: bytes are missing`)
    }
  } finally {
    await decoder.close()
  }
  await readFrame(path, frames - 1, 64)
  return read
}

process.on('message', (paths: string[]) => {
  void (async () => {
    const outcomes: Outcome[] = []
    for (const path of paths) outcomes.push(await meet(path))
    const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
    const peakKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
    process.send?.({ outcomes, peakKb } satisfies Outcomes, () => process.disconnect())
  })()
})
