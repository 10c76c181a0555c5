import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { imageSize } from '#contract/image.ts'
import { ratioOf } from '#contract/size.ts'
import { writeImage } from '../media/image-writer.ts'
import { explain } from '../scene/explain.ts'
import { understand } from '../scene/understand.ts'
import { pickedRatio } from './picked-ratio.ts'
import { maker } from './maker.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'image'>>[1]

function sceneOf({ request, seed }: Drawing) {
  const { prompt, style } = request
  const ask = (aspect: number) => understand({ prompt, style, aspect, seed, medium: 'image' })
  const ratio = request.aspect_ratio ?? pickedRatio(prompt, style, ask(1).family)
  return { spec: ask(ratioOf(ratio)), ratio }
}

/** What was understood, with what the request left open and what cannot be done here. */
function explained({ request }: Drawing, { spec, ratio }: ReturnType<typeof sceneOf>) {
  const { facts, not_understood } = explain(spec)
  const picked = { label: 'Shape', value: `${ratio}, picked by the engine` }
  const offline = { label: 'Web search', value: 'not done: the local engine asks nobody' }
  const more = [...(request.aspect_ratio ? [] : [picked]), ...(request.web_search ? [offline] : [])]
  return { facts: [...facts, ...more], not_understood }
}

/** Draws a picture of exactly `imageSize` pixels: 8-bit sRGB, PNG or JPEG. */
export const drawImage: Draw<'image'> = async ({ painters }, drawing, onProgress, signal) => {
  const scene = sceneOf(drawing)
  const size = imageSize(scene.ratio)
  onProgress({ frames_done: 0, frames: 1, understood: explained(drawing, scene) })
  const rgba = await painters.paintStill(scene.spec, size, signal)
  signal.throwIfAborted()
  const format = drawing.request.output_format ?? 'png'
  const name = format === 'png' ? 'image.png' : 'image.jpg'
  const path = join(drawing.folder, name)
  await writeImage({ rgba, ...size, format, path, description: maker })
  onProgress({ frames_done: 1, frames: 1 })
  const { size: bytes } = await stat(path)
  const facts = { medium: 'image', bytes, ...size } as const
  return { outputs: [{ name, type: 'image', media_type: `image/${format}`, facts }] }
}
