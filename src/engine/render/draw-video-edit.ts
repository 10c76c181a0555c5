import type { Understood } from '#contract/generation.ts'
import type { ClipAnalysis } from '../restyle/clip-analysis.ts'
import { analyseClip } from '../restyle/clip-analysis.ts'
import { askedEdit } from '../restyle/asked-edit.ts'
import { colourStatistics } from '../restyle/colour-statistics.ts'
import type { EditWorld } from '../restyle/edit-look.ts'
import { editPlan } from '../restyle/edit-plan.ts'
import { editRecipe } from '../restyle/edit-recipe.ts'
import { editSize } from '../restyle/edit-size.ts'
import { openGuides } from '../restyle/guides.ts'
import { newScene } from '../restyle/new-scene.ts'
import { paintNewPicture } from '../restyle/paint-new-picture.ts'
import { restyleClip } from '../restyle/restyle-clip.ts'
import { strengthLadder } from '../restyle/strength-ladder.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { explain } from '../scene/explain.ts'
import { openClipSink } from './clip-sink.ts'
import { hdrAsked, toldWith } from './hdr-asked.ts'
import { mediaOf } from './renderer.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'video_edit'>>[1]

/** Looks at the source once, small. */
async function analysed(path: string, signal: AbortSignal): Promise<ClipAnalysis> {
  const video = await openVideoDecoder(path)
  try {
    return await analyseClip(video, signal)
  } finally {
    await video.close()
  }
}

function guidesAsked(job: Drawing) {
  const { start_frame, edit } = job.request.video ?? {}
  const asked = edit?.keyframes ?? (start_frame ? [{ frame: 0, image: start_frame }] : [])
  return asked.map(({ frame, image }) => ({ frame, media: mediaOf(job, image) }))
}

/** Restyles a clip: the source's frames, rate and shape; one look over the whole clip. */
export const drawVideoEdit: Draw<'video_edit'> = async (tools, job, onProgress, signal) => {
  const { request, seed, folder } = job
  const { prompt } = request
  const media = mediaOf(job, request.source)
  const clip = await analysed(media.path, signal)
  const asked = askedEdit(prompt)
  const plan = editPlan(request, asked, clip)
  const video = await openVideoDecoder(media.path)
  try {
    const size = editSize(video, request.video?.resolution)
    const aspect = size.width / size.height
    const { spec, place } = newScene({ prompt, seed, aspect }, asked, media, clip)
    const aside = { width: 256, height: Math.max(64, Math.round(256 / aspect)) }
    const sketch = await paintNewPicture(tools.painters, spec, aside, signal)
    const source = colourStatistics(sampled(clip))
    const world: EditWorld = {
      spec,
      asked,
      source,
      wanted: colourStatistics([sketch.glance]),
      glance: sketch.glance,
      isOutdoors: clip.sky > 0.05,
    }
    const recipeAt = (level: number) => editRecipe(world, level, plan.controlsAt(level), clip)
    const shares = await strengthLadder(clip, recipeAt, sketch.picture, seed)
    signal.throwIfAborted()
    const recipe = recipeAt(plan.level)
    const share = shares[plan.level]!
    const { render } = recipe.look
    const fineness = render < 0.5 ? 0.6 : 0.8
    const { picture } =
      render > 0 ? await paintNewPicture(tools.painters, spec, size, signal, fineness) : sketch
    const requests = guidesAsked(job)
    const guides = requests.length ? await openGuides(requests, size, clip, source, signal) : null
    const understood: Understood = {
      facts: [
        ...plan.facts,
        ...(guides?.facts ?? []),
        { label: 'Place', value: `${spec.family.replace('_', ' ')}, ${place}` },
        ...explain(spec).facts.filter(({ label }) => label !== 'Place'),
      ],
      not_understood: spec.not_understood,
    }
    const { rate } = video
    const hdr = hdrAsked(request.video)
    const sink = await openClipSink({ folder, size, rate, hdr, keyFrames: guides?.frames ?? [] })
    const tell = (frames_done: number) =>
      onProgress({ frames_done, frames: clip.frames, understood: toldWith(understood, sink) })
    tell(0)
    try {
      const work = {
        video,
        output: size,
        clip,
        recipe: { ...recipe, look: { ...recipe.look, share } },
        picture: render > 0 ? picture : null,
        guides,
        seed,
      }
      const write = async (index: number, i420: Uint8Array) => {
        await sink.write(i420)
        onProgress({ frames_done: index + 1, frames: clip.frames })
      }
      await restyleClip(tools.frames, work, write, signal)
      const outputs = await sink.close()
      if (hdr) tell(clip.frames)
      return { outputs }
    } catch (error) {
      await sink.abort()
      throw error
    }
  } finally {
    await video.close()
  }
}

const sampled = ({ glances }: ClipAnalysis) =>
  glances.filter((_, n) => n % Math.max(1, Math.ceil(glances.length / 12)) === 0)
