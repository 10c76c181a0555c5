import { correlation } from '../estimate/correlation.ts'
import { estimateNormals } from '../estimate/estimate-normals.ts'
import { glanceOf } from '../estimate/glance.ts'
import type { SourceMedia } from '../render/renderer.ts'
import type { ClipAnalysis } from './clip-analysis.ts'
import { colourCube } from './colour-cube.ts'
import { colourStatistics, type ColourStatistics } from './colour-statistics.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'
import { guideParts, type GuidePart } from './guide-schedule.ts'
import { driftsToGuide, type Drift } from './motion-chain.ts'

type Size = { width: number; height: number }
export type GuideRequest = { frame: number; media: SourceMedia }

/** Furthest that a guide's content is carried, frames. */
const reach = 25
/** Agreement of estimated normals from which a guide counts as its source frame restyled. */
const match = 0.3

export type Guides = {
  frames: readonly number[]
  facts: { label: string; value: string }[]
  partsAt(frame: number): GuidePart[]
  driftAt(guide: number, frame: number): Drift | null
  cube(guide: number): Float32Array
  /** I420 of the clip's size; the last few are kept. */
  picture(guide: number): Promise<Uint8Array>
}

/** Looks at every guide once: its colours, and whether it shows what its source frame shows. */
export async function openGuides(
  requests: readonly GuideRequest[],
  size: Size,
  clip: ClipAnalysis,
  source: ColourStatistics,
  signal: AbortSignal,
): Promise<Guides> {
  const known: {
    frame: number
    matches: boolean
    cube: Float32Array
    drifts: Map<number, Drift>
  }[] = []
  const wanted = requests.toSorted((a, b) => a.frame - b.frame)
  for (const { frame, media } of wanted) {
    signal.throwIfAborted()
    const theirs = clip.glances[frame]
    if (!theirs) throw new Error(`The source has no frame ${frame}: it has ${clip.frames} frames.`)
    const own = glanceOf(
      await fittedPicture(media.path, size),
      size,
      Math.max(theirs.width, theirs.height),
    )
    const [a, b] = [estimateNormals(own), estimateNormals(theirs)]
    const likeness = (correlation(a.x.data, b.x.data) + correlation(a.y.data, b.y.data)) / 2
    const to = colourStatistics([own])
    const from = clip.glances.length > 1 ? colourStatistics([theirs]) : source
    const grade = { from, to, lightness: 1, colour: 1, saturation: 1, contrast: 1 }
    known.push({
      frame,
      matches: likeness >= match,
      cube: colourCube({ ...grade, tint: [0, 0], lift: 0 }, 1),
      drifts: driftsToGuide(clip.motion, frame, reach),
    })
  }
  const pictures = new Map<number, Promise<Uint8Array>>()
  return {
    frames: known.map(({ frame }) => frame),
    facts: known.slice(0, 8).map(({ frame, matches }) => ({
      label: `Guide at frame ${frame}`,
      value: matches
        ? 'shows what the source shows there: carried along its motion'
        : 'shows something else: dissolved in and out, its palette carried on',
    })),
    partsAt: (frame) => guideParts(frame, known),
    driftAt: (guide, frame) => known[guide]!.drifts.get(frame) ?? null,
    cube: (guide) => known[guide]!.cube,
    picture(guide) {
      const waiting = pictures.get(guide) ?? fittedPicture(wanted[guide]!.media.path, size)
      pictures.delete(guide)
      pictures.set(guide, waiting)
      for (const old of [...pictures.keys()].slice(0, -3)) pictures.delete(old)
      return waiting
    },
  }
}
