import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { imageSize } from '#contract/image.ts'
import { ratioOf } from '#contract/size.ts'
import { writeImage } from '../media/image-writer.ts'
import type { Pixels } from '../reading/pixels.ts'
import { explainReferences } from '../references/explain-references.ts'
import { finishLike } from '../references/finish-like.ts'
import { followReferences, leaningOf } from '../references/follow-references.ts'
import { givenRoles } from '../references/given-roles.ts'
import { readReference, type Reference } from '../references/read-reference.ts'
import { readRoles } from '../references/reference-roles.ts'
import { addFigures } from '../retouch/add-figures.ts'
import { retouch } from '../retouch/retouch.ts'
import { styleSteps } from '../retouch/steps/style-steps.ts'
import { asked, findHits } from '../scene/hits.ts'
import { explain } from '../scene/explain.ts'
import { readTokens } from '../scene/tokens.ts'
import { understand } from '../scene/understand.ts'
import { coverCrop } from './cover-crop.ts'
import { look } from './look.ts'
import { pickedRatio } from './picked-ratio.ts'
import { maker } from './maker.ts'
import { mediaOf } from './renderer.ts'
import { rgbOf } from './rgb-of.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'image'>>[1]

async function readReferences(drawing: Drawing, signal: AbortSignal): Promise<Reference[]> {
  const references: Reference[] = []
  for (const ref of drawing.request.image_ref ?? []) {
    signal.throwIfAborted()
    references.push(await readReference(mediaOf(drawing, ref).path))
  }
  return references
}

function sceneOf({ request, seed }: Drawing, references: readonly Reference[]) {
  const { style } = request
  const asks = readRoles(request.prompt, references.length)
  const roles = givenRoles(references, asks)
  const prompt = /[\p{L}\p{N}]/u.test(asks.rest) ? asks.rest : request.prompt
  const leaning = leaningOf(roles)
  const ask = (aspect: number) =>
    understand({ prompt, style, aspect, seed, medium: 'image', leaning })
  const ratio = request.aspect_ratio ?? pickedRatio(prompt, style, ask(1).family)
  const says = asked(findHits(readTokens(prompt)), 'time').length > 0
  return {
    spec: followReferences(ask(ratioOf(ratio)), roles, says),
    ratio,
    roles,
    prompt,
    isNamed: asks.roles.size > 0,
  }
}
type Scene = ReturnType<typeof sceneOf>

/** What was understood, with what the request left open and what cannot be done here. */
function explained({ request }: Drawing, { spec, ratio, roles }: Scene, references: Reference[]) {
  const { facts, not_understood } = explain(spec)
  const picked = { label: 'Shape', value: `${ratio}, picked by the engine` }
  const offline = { label: 'Web search', value: 'not done: the local engine asks nobody' }
  const more = [
    ...explainReferences(references, roles),
    ...(request.aspect_ratio ? [] : [picked]),
    ...(request.web_search ? [offline] : []),
  ]
  return { facts: [...facts, ...more], not_understood }
}

type Tools = Parameters<Draw<'image'>>[0]
type Size = { width: number; height: number }

/** Paints the scene, or takes a reference as its background, and finishes it like the references. */
async function paintLike(
  tools: Tools,
  scene: Scene,
  size: Size,
  signal: AbortSignal,
): Promise<Pixels> {
  const { spec, roles } = scene
  const [backdrop] = roles.background
  const styledLater = roles.subject.length > 0 && look(spec, 1).brush !== null
  const styles = styledLater ? [] : spec.styles
  let picture: Pixels
  if (backdrop) {
    picture = await coverCrop(backdrop.reference.picture, size)
    const { reading } = backdrop.reference
    const hour = { time: spec.time_of_day, seed: spec.seed }
    const { steps } =
      spec.subjects.length > 0
        ? await addFigures(size, reading, [scene.prompt], hour)
        : { steps: [] }
    await retouch(tools.frames, picture, steps, {}, signal)
  } else {
    const rgba = await tools.painters.paintStill({ ...spec, styles }, size, signal)
    picture = { ...size, rgb: rgbOf(rgba) }
  }
  signal.throwIfAborted()
  const steps = finishLike(picture, roles, scene.isNamed ? 0.85 : 0.6, spec.seed)
  if (styledLater || backdrop) steps.push(...styleSteps(spec.styles, 0.6, spec.seed))
  await retouch(tools.frames, picture, steps, {}, signal)
  return picture
}

/** Draws a picture of exactly `imageSize` pixels: 8-bit sRGB, PNG or JPEG. */
export const drawImage: Draw<'image'> = async (tools, drawing, onProgress, signal) => {
  const references = await readReferences(drawing, signal)
  const scene = sceneOf(drawing, references)
  const size = imageSize(scene.ratio)
  onProgress({ frames_done: 0, frames: 1, understood: explained(drawing, scene, references) })
  const pixels =
    references.length > 0
      ? { rgb: (await paintLike(tools, scene, size, signal)).rgb }
      : { rgba: await tools.painters.paintStill(scene.spec, size, signal) }
  signal.throwIfAborted()
  const format = drawing.request.output_format ?? 'png'
  const name = format === 'png' ? 'image.png' : 'image.jpg'
  const path = join(drawing.folder, name)
  await writeImage({ ...pixels, ...size, format, path, description: maker })
  onProgress({ frames_done: 1, frames: 1 })
  const { size: bytes } = await stat(path)
  const facts = { medium: 'image', bytes, ...size } as const
  return { outputs: [{ name, type: 'image', media_type: `image/${format}`, facts }] }
}
