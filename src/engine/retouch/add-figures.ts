import { lightSprite, shineAt } from '../render/light-sprite.ts'
import { sampleSpec } from '../render/sample-spec.ts'
import { shadowSprite } from '../render/shadow-sprite.ts'
import { setStage } from '../render/stage.ts'
import type { Sprite } from '../render/layer.ts'
import { labOf, linearOfLab, labOfLinear } from '../reading/oklab.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import { recolour } from '../scene/colour.ts'
import { asked, findHits } from '../scene/hits.ts'
import { fromHex } from '../scene/colour.ts'
import type { Rgb, Subject, TimeOfDay } from '../scene/scene-spec.ts'
import { loadSubjectSprite, type SubjectSprite } from '../scene/subject-sprite.ts'
import { readTokens } from '../scene/tokens.ts'
import { understand } from '../scene/understand.ts'
import type { Paste } from './ops/paste.ts'
import type { Step } from './step.ts'

type Size = { width: number; height: number }

const coded = (v: number) =>
  v <= 0 ? 0 : v >= 1 ? 255 : 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)

function dyed(figure: SubjectSprite, colour: Rgb): SubjectSprite {
  const rgba = figure.rgba.slice()
  const lab = labOf(
    Uint8Array.from(
      { length: (rgba.length / 4) * 3 },
      (_, i) => rgba[Math.floor(i / 3) * 4 + (i % 3)]!,
    ),
  )
  const [level] = labOfLinear(colour)
  for (let p = 0; p < rgba.length / 4; p++) {
    const own = linearOfLab([lab[p * 3]! * 0.6 + level * 0.4, lab[p * 3 + 1]!, lab[p * 3 + 2]!])
    const next = recolour([own[0], own[1], own[2]], colour, 0.95)
    for (let c = 0; c < 3; c++) rgba[p * 4 + c] = coded(next[c]!)
  }
  return { ...figure, rgba }
}

function pasted(sprite: Sprite, left: number, top: number, width: number, height: number): Paste {
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const j = Math.min(sprite.height - 1, Math.floor(((y + 0.5) * sprite.height) / height))
    for (let x = 0; x < width; x++) {
      const i = Math.min(sprite.width - 1, Math.floor(((x + 0.5) * sprite.width) / width))
      const from = (j * sprite.width + i) * 4
      const a = sprite.texels[from + 3]!
      if (a === 0) continue
      const p = y * width + x
      alpha[p] = Math.min(255, (a * 255) / 8192)
      for (let c = 0; c < 3; c++) rgb[p * 3 + c] = coded(sprite.texels[from + c]! / a)
    }
  }
  return { do: 'paste', left, top, width, height, rgb, alpha }
}

/** Where the least is going on, for something of this width: centre, fraction of the width. */
function calmColumn({ planes, subject }: SceneReading, wide: number, wanted: number): number {
  const { width, height, edge } = planes
  let [best, at] = [Infinity, wanted]
  for (let n = 0; n <= 16; n++) {
    const x = 0.12 + (0.76 * n) / 16
    let sum = 0
    for (
      let i = Math.max(0, Math.floor((x - wide / 2) * width));
      i < Math.min(width, (x + wide / 2) * width);
      i++
    ) {
      for (let j = 0; j < height; j += 2)
        sum += edge[j * width + i]! + subject.plane[j * width + i]! * 0.2
    }
    const cost = sum / height / (wide * width) + Math.abs(x - wanted) * 0.03
    if (cost < best) [best, at] = [cost, x]
  }
  return at
}

/** Stands figures named by words in the picture, lit as it is; says which words it found. */
export async function addFigures(
  size: Size,
  reading: SceneReading,
  words: readonly string[],
  hour: { time: TimeOfDay; seed: number },
): Promise<{ steps: Step[]; subjects: Subject[] }> {
  const steps: Step[] = []
  const all: Subject[] = []
  const short = Math.min(size.width, size.height)
  const horizon = Math.min(0.72, Math.max(0.3, reading.sky.horizon))
  for (const prompt of words) {
    const { subjects, ...spec } = understand({
      prompt: `${prompt} in a meadow`,
      aspect: size.width / size.height,
      seed: hour.seed,
      medium: 'image',
    })
    const light = {
      ...spec.light,
      azimuth: reading.light.azimuth || 0.3,
      hardness: reading.light.hardness,
    }
    const stage = setStage(
      sampleSpec('landscape', { time_of_day: hour.time, palette: spec.palette, light }),
      size,
      horizon,
    )
    const colour = asked(findHits(readTokens(prompt)), 'colour')[0]
    for (const subject of subjects) {
      const tall = Math.max(8, Math.round(subject.size * short))
      const loaded = await loadSubjectSprite(subject.icon, tall)
      const figure = colour ? dyed(loaded, fromHex(colour.value)) : loaded
      const wide = Math.round((tall * figure.width) / figure.height)
      const half = Math.min(0.5, wide / size.width / 2 + 0.02)
      const calm = calmColumn(reading, wide / size.width, subject.x)
      const x = Math.min(1 - half, Math.max(half, calm))
      const flies = subject.stance === 'flies' || subject.stance === 'swims'
      const y = flies
        ? Math.min(subject.y, Math.max(horizon * 0.55, (tall / size.height) * 0.55))
        : Math.max(subject.y, horizon + 0.1)
      const near = flies ? 0.6 : Math.min(1, (y - horizon) / (1 - horizon))
      const left = Math.round(x * size.width - wide / 2)
      const top = Math.round(flies ? y * size.height - tall / 2 : y * size.height - tall)
      if (!flies) {
        const step = 1 / short
        const fall = {
          x: 0,
          foot: 0,
          width: wide * step,
          height: tall * step,
          lean: -light.azimuth * 0.8,
          reach: -0.3,
          strength: 0.35 + 0.35 * light.hardness,
          mirrored: subject.mirrored,
        }
        const shade = shadowSprite(figure, fall)
        const scale = shade.step / step
        steps.push(
          pasted(
            shade,
            Math.round(x * size.width + shade.left / step),
            Math.round(y * size.height - shade.top / step),
            Math.round(shade.width * scale),
            Math.round(shade.height * scale),
          ),
        )
      }
      const texels = lightSprite(figure, stage, shineAt(stage, near), subject.mirrored)
      const sprite = {
        width: figure.width,
        height: figure.height,
        texels,
        left: 0,
        top: 0,
        step: 1,
      }
      steps.push(pasted(sprite, left, top, wide, tall))
      all.push({ ...subject, x, y })
    }
  }
  return { steps, subjects: all }
}
