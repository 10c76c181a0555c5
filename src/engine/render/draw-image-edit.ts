import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeImage } from '../media/image-writer.ts'
import { readPicture } from '../media/read-picture.ts'
import type { Pixels } from '../reading/pixels.ts'
import { readScene, type SceneReading } from '../reading/read-scene.ts'
import { explainReferences } from '../references/explain-references.ts'
import { finishLike } from '../references/finish-like.ts'
import { leaningOf } from '../references/follow-references.ts'
import { givenRoles, type GivenRoles } from '../references/given-roles.ts'
import { readReference, type Reference } from '../references/read-reference.ts'
import { readRoles } from '../references/reference-roles.ts'
import { addFigures } from '../retouch/add-figures.ts'
import { explainEdit } from '../retouch/explain-edit.ts'
import { planSteps } from '../retouch/plan-steps.ts'
import { readEdit, type EditAsked } from '../retouch/read-edit.ts'
import { retouch } from '../retouch/retouch.ts'
import { setText } from '../retouch/set-text.ts'
import { swapBackground } from '../retouch/swap-background.ts'
import { understand } from '../scene/understand.ts'
import { maker } from './maker.ts'
import { mediaOf, type SourceMedia } from './renderer.ts'
import { madeSpec, repaintedSpec } from './repaint.ts'
import { rgbOf } from './rgb-of.ts'
import { subjectMask } from './subject-mask.ts'
import type { Draw } from './tools.ts'

type Tools = Parameters<Draw<'image_edit'>>[0]

type Sitting = {
  tools: Tools
  signal: AbortSignal
  seed: number
  picture: Pixels
  reading: SceneReading
  edit: EditAsked
  roles: GivenRoles
}

/** New scenes are painted no larger than a picture of this engine, and stretched. */
const paintedSidePx = 2048

/** What stands behind the subject: a reference, a painted scene, or plain paper. */
async function backdropOf({
  tools,
  signal,
  seed,
  picture,
  edit,
  roles,
}: Sitting): Promise<Pixels | null> {
  const [given] = roles.background
  if (given) return given.reference.picture
  const { backdrop, bare } = edit.parts
  if (backdrop === null && !bare) return null
  const { width, height } = picture
  const scale = Math.min(1, paintedSidePx / Math.max(width, height))
  const size = {
    width: Math.max(16, Math.round(width * scale)),
    height: Math.max(16, Math.round(height * scale)),
  }
  if (backdrop === null) {
    return { width: 1, height: 1, rgb: new Uint8Array([244, 244, 242]) }
  }
  const { subjects: _named, ...scene } = understand({
    prompt: backdrop,
    aspect: width / height,
    seed,
    medium: 'image',
  })
  const rgba = await tools.painters.paintStill({ ...scene, subjects: [] }, size, signal)
  return { ...size, rgb: rgbOf(rgba) }
}

/** Changes the picture as it lies there, step by step. */
async function develop(sitting: Sitting, isRepainted: boolean): Promise<void> {
  const { tools, signal, seed, picture, reading, edit, roles } = sitting
  const apply = (steps: Parameters<typeof retouch>[2], masks = {}) =>
    retouch(tools.frames, picture, steps, masks, signal)
  const behind = isRepainted ? null : await backdropOf(sitting)
  if (behind) {
    const subject = reading.subject.mask
    await apply(swapBackground(picture, reading, behind), { subject })
  }
  const { wishes, parts, text } = edit
  const { blur, sharpen, saturation, contrast, exposure, warmth } = wishes
  const lens = { blur, sharpen, ...(isRepainted ? {} : { saturation, contrast, exposure, warmth }) }
  const local = wishes.colours.filter(({ part }) => part === 'subject' || part === 'background')
  const left = isRepainted ? { ...wishes, ...cleared, ...lens, colours: local } : wishes
  const seen = behind ? { ...readScene(picture), subject: reading.subject } : reading
  const { steps, masks } = planSteps(picture, seen, left as typeof wishes, seed)
  const drawn = steps.findIndex((step) => step.do === 'brush')
  const before = drawn < 0 ? steps : steps.slice(0, drawn)
  await apply(before, masks)
  const size = { width: picture.width, height: picture.height }
  if (!isRepainted && parts.add.length > 0) {
    const hour = { time: wishes.time ?? reading.light.time, seed }
    await apply((await addFigures(size, seen, parts.add, hour)).steps)
  }
  await apply(finishLike(picture, roles, 0.85, seed))
  if (drawn >= 0) await apply(steps.slice(drawn), masks)
  if (text) await apply(await setText(size, seen, text))
}

/** A scene that is painted anew holds these already. */
const cleared = {
  time: undefined,
  weather: undefined,
  season: undefined,
  palette: undefined,
  newSky: false,
  styles: [],
}

/** Paints an own picture again with the changes in its scene. */
async function repaint(
  sitting: Sitting,
  made: NonNullable<SourceMedia['made']>,
): Promise<string[] | null> {
  const { tools, signal, picture, edit, reading } = sitting
  const size = { width: picture.width, height: picture.height }
  const before = madeSpec(made)
  if (!before) return null
  const changed = repaintedSpec(made, edit)
  const mask = await subjectMask(changed?.spec ?? before, size)
  reading.subject = {
    ...reading.subject,
    mask,
    plane: reading.subject.plane,
    confidence: before.subjects.length > 0 ? 1 : 0,
  }
  if (!changed) return null
  picture.rgb = rgbOf(await tools.painters.paintStill(changed.spec, size, signal))
  return changed.removed
}

function words(what: readonly string[], removed: readonly string[] | null): string[] {
  return what.filter((w) => !removed?.some((gone) => w.includes(gone))).map((w) => `remove ${w}`)
}

/** Changes a picture by words; size and ratio stay the source's own, to the pixel. */
export const drawImageEdit: Draw<'image_edit'> = async (tools, drawing, onProgress, signal) => {
  const { request, seed, folder } = drawing
  const source = mediaOf(drawing, request.source)
  const read = await readPicture(source.path)
  const picture: Pixels = { width: read.width, height: read.height, rgb: read.rgb }
  const reading = readScene(picture)
  signal.throwIfAborted()
  const references: Reference[] = []
  for (const ref of request.image_ref ?? []) {
    references.push(await readReference(mediaOf(drawing, ref).path))
    signal.throwIfAborted()
  }
  const asks = readRoles(request.prompt, references.length)
  const roles = {
    ...givenRoles(references, asks),
    ...(asks.roles.size === 0 && { light: [], composition: [] }),
  }
  const edit = readEdit(asks.rest, request.style)
  const leaning = leaningOf(roles)
  edit.wishes.styles = [...new Set([...edit.wishes.styles, ...(leaning.styles ?? [])])]
  if (roles.light.length > 0 && leaning.time) edit.wishes.time ??= leaning.time
  const sitting: Sitting = { tools, signal, seed, picture, reading, edit, roles }
  const removed = source.made ? await repaint(sitting, source.made) : null
  const facts = [
    ...explainEdit(edit, reading, removed !== null),
    ...explainReferences(references, roles),
    ...(request.web_search
      ? [{ label: 'Web search', value: 'not done: the local engine asks nobody' }]
      : []),
  ]
  const not_understood = [...edit.not_understood, ...words(edit.parts.remove, removed)]
  onProgress({ frames_done: 0, frames: 1, understood: { facts, not_understood } })
  await develop(sitting, removed !== null)
  signal.throwIfAborted()
  const format = request.output_format ?? 'png'
  const name = format === 'png' ? 'image.png' : 'image.jpg'
  const path = join(folder, name)
  const { width, height, rgb } = picture
  await writeImage({ rgb, width, height, format, path, description: maker })
  onProgress({ frames_done: 1, frames: 1 })
  const { size: bytes } = await stat(path)
  return {
    outputs: [
      {
        name,
        type: 'image',
        media_type: `image/${format}`,
        facts: { medium: 'image', bytes, width, height },
      },
    ],
  }
}
