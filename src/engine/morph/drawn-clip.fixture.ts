import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Size } from '#contract/size.ts'
import type { ImageRequest } from '#contract/image.ts'
import type { VideoRequest } from '#contract/video.ts'
import { probe } from '../media/probe.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { naturalPng, type Place } from '../natural-picture.fixture.ts'
import { drawImage } from '../render/draw-image.ts'
import { drawVideo } from '../render/draw-video.ts'
import type { SourceMedia } from '../render/renderer.ts'
import { closeTools, openTools } from '../render/tools.ts'

type Understood = { facts: { label: string; value: string }[] }

/** Draws requests of type `video` with media that tests make, and reads their files back. */
export async function openStudio() {
  const folder = await mkdtemp(join(tmpdir(), 'morph-test-'))
  const tools = openTools()
  const media: Record<string, SourceMedia> = {}
  const add = (path: string, medium: 'image' | 'video', made?: SourceMedia['made']) => {
    const id = `00000000-0000-4000-8000-${String(Object.keys(media).length).padStart(12, '0')}`
    const media_type = medium === 'image' ? 'image/png' : 'video/mp4'
    media[id] = { path, media_type, facts: { medium }, ...(made && { made }) }
    return id
  }
  return {
    /** A photograph as an upload. */
    async picture(place: Place, size: Size) {
      const path = join(folder, `${place}-${size.width}x${size.height}.png`)
      await writeFile(path, await naturalPng(place, size))
      return { path, ref: { upload_id: add(path, 'image') } }
    },
    /** A picture that this engine makes from words. */
    async ownPicture(prompt: string, aspect_ratio: ImageRequest['aspect_ratio']) {
      const job = await mkdtemp(join(folder, 'job-'))
      const request = { type: 'image' as const, prompt, ...(aspect_ratio && { aspect_ratio }) }
      const drawing = { id: 'test', request, seed: 9, folder: job, media: {} }
      const { signal } = new AbortController()
      const { outputs } = await drawImage(tools, drawing, () => undefined, signal)
      const path = join(job, outputs[0]!.name)
      return { path, ref: { generation_id: add(path, 'image', { request, seed: 9 }) } }
    },
    /** A file of a clip as a generation. */
    clip: (path: string, made?: SourceMedia['made']) => ({
      generation_id: add(path, 'video', made),
    }),
    folder,
    async draw(
      video: NonNullable<VideoRequest['video']>,
      prompt: string,
      aspect_ratio?: VideoRequest['aspect_ratio'],
    ) {
      const job = await mkdtemp(join(folder, 'job-'))
      const request: VideoRequest = {
        type: 'video',
        prompt,
        video: { resolution: '360p', ...video },
        ...(aspect_ratio && { aspect_ratio }),
      }
      const said: Understood[] = []
      const { outputs } = await drawVideo(
        tools,
        { id: 'test', request, seed: 5, folder: job, media },
        ({ understood }) => understood && said.push(understood),
        new AbortController().signal,
      )
      const path = join(job, outputs[0]!.name)
      const facts = await probe(path)
      if (facts.kind !== 'video') throw new Error('not a video')
      return { path, request, facts, said: said.at(-1)?.facts ?? [], ...(await readLumas(path)) }
    },
    async close() {
      await closeTools(tools)
      await rm(folder, { recursive: true })
    },
  }
}

/** The luma of every frame of a file. */
export async function readLumas(path: string) {
  const decoder = await openVideoDecoder(path)
  const size = { width: decoder.width, height: decoder.height }
  const lumas: Uint8Array[] = []
  for (let frame = await decoder.read(); frame; frame = await decoder.read()) {
    lumas.push(frame.slice(0, size.width * size.height))
  }
  await decoder.close()
  return { size, lumas }
}

/** Mean difference of luma between two frames, codes. */
export function stepOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  return sum / a.length
}

/** Means of 4 × 4: grain, which comes and goes with key frames, is not motion. */
function withoutGrain(luma: Uint8Array, { width, height }: Size): Float32Array {
  const [columns, rows] = [Math.floor(width / 4), Math.floor(height / 4)]
  return Float32Array.from({ length: columns * rows }, (_, at) => {
    const first = Math.floor(at / columns) * 4 * width + (at % columns) * 4
    let sum = 0
    for (let n = 0; n < 16; n++) sum += luma[first + (n >> 2) * width + (n & 3)]!
    return sum / 16
  })
}

/** The steps of frames `from`…`to`, without grain: the largest, the middle one, and all. */
export function stepsOf(
  { lumas, size }: { lumas: readonly Uint8Array[]; size: Size },
  from = 0,
  to = lumas.length - 1,
) {
  const seen = lumas.slice(from, to + 1).map((luma) => withoutGrain(luma, size))
  const steps = seen.slice(1).map((luma, n) => stepOf(seen[n]!, luma))
  const sorted = steps.toSorted((a, b) => a - b)
  return { largest: sorted.at(-1)!, median: sorted[Math.floor(sorted.length / 2)]!, steps }
}
