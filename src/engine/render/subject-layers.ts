import type { Subject } from '#engine/scene/scene-spec.ts'
import { loadSubjectSprite } from '#engine/scene/subject-sprite.ts'
import type { Layer, Sprite } from './layer.ts'
import { lightSprite, shineAt } from './light-sprite.ts'
import type { Picture } from './picture.ts'
import { shadowSprite } from './shadow-sprite.ts'
import type { Stage } from './stage.ts'

/** Taller figures are drawn with this many rows and laid larger. */
const mostRows = 960

const groundless = ['space', 'underwater', 'abstract']

/** Stands the spec's subjects in a picture: lit, hazed, with a shadow or a mirror image. */
export async function addSubjects(picture: Picture): Promise<void> {
  const { subjects } = picture.stage.spec
  for (const [n, subject] of subjects.toSorted((a, b) => b.depth - a.depth).entries()) {
    for (const layer of await subjectLayers(subject, n, picture)) insert(picture.layers, layer)
  }
}

/**
 * Behind everything nearer than it, but never under a ground that reaches the lens; a mirror image lies under
 * beach and swells. */
function insert(layers: Layer[], layer: Layer): void {
  if (layer.flipped) {
    const shore = layers.findIndex((other) => other.front)
    layers.splice(shore < 0 ? layers.length : shore, 0, layer)
    return
  }
  let at = 0
  layers.forEach((other, i) => {
    const same = Boolean(other.front) === Boolean(layer.front)
    if (same && (other.near <= layer.near || other.solid === 'covers')) at = i + 1
  })
  layers.splice(at, 0, layer)
}

/** Dunes hide one another: a figure stands on the face that shows, not in a trough. */
function onDune(stage: Stage, near: number): number {
  return stage.spec.family === 'desert' && near > 0.3 ? Math.max(near, 0.951) : near
}

function placed(stage: Stage, subject: Subject): { x: number; y: number; near: number } {
  const short = Math.min(stage.width, stage.height)
  const x = ((subject.x - 0.5) * stage.width) / short
  const y = stage.top - (subject.y * stage.height) / short
  const onGround =
    !['flies', 'swims'].includes(subject.stance) && !groundless.includes(stage.spec.family)
  const near =
    onGround && y < 0
      ? onDune(stage, Math.min(1.1, -y / stage.bottom))
      : 0.08 + 0.9 * (1 - subject.depth)
  return { x, y, near }
}

async function subjectLayers(subject: Subject, n: number, picture: Picture): Promise<Layer[]> {
  const { stage } = picture
  const { spec } = stage
  const grown = spec.family === 'portrait' ? 1.25 : 1
  const size = Math.min(subject.size * grown, 1.6)
  const figure = await loadSubjectSprite(
    subject.icon,
    Math.max(8, Math.min(mostRows, size / stage.px)),
  )
  const { x, y, near } = placed(stage, subject)
  const step = size / figure.height
  const width = figure.width * step
  const hangs =
    subject.stance === 'flies' || subject.stance === 'swims' || groundless.includes(spec.family)
  const afloat = subject.stance === 'floats' && picture.water !== null && picture.water.mirror === 0
  const sunk = afloat ? size * 0.05 : 0
  const top = hangs ? y + size / 2 : y + size - sunk
  const sprite: Sprite = {
    width: figure.width,
    height: figure.height,
    texels: lightSprite(figure, stage, shineAt(stage, near), subject.mirrored),
    left: x - width / 2,
    top,
    step,
  }
  const phase = stage.random(300 + n)
  const bob = hangs
    ? { x: 0.012, y: 0.014 + 0.01 * near, hz: 0.22, phase }
    : afloat
      ? { x: 0.004, y: 0.006 * size + 0.003, hz: 0.3, phase }
      : undefined
  const overWater = picture.water !== null && y < 0.01
  const front = overWater && (!hangs || y < 0)
  const body: Layer = { shader: -1, near, sprite, ...(bob && { bob }), ...(front && { front }) }
  if (hangs) return [body]
  if (overWater && picture.water?.mirror === 0) {
    const mirror: Layer = {
      ...body,
      flipped: true,
      gain: 0.42,
      sway: {
        amount: 0.012 + 0.02 * size,
        base: y,
        frequency: 70 / (0.4 + near),
        hz: 0.7,
        ripple: true,
      },
    }
    return [mirror, body]
  }
  const indoors = ['interior', 'still_life', 'portrait'].includes(spec.family)
  const strength = (0.4 + 0.4 * spec.light.hardness) * (stage.cloud > 0.8 ? 0.45 : 1)
  const shadow: Layer = {
    shader: -1,
    near: near - 0.0001,
    ...(front && { front }),
    sprite: shadowSprite(figure, {
      x,
      foot: y + size * 0.012,
      width,
      height: size,
      lean: -(spec.light.azimuth || 0.3) * (indoors ? 1.1 : 0.8),
      reach: indoors ? 0.22 : -0.3,
      strength,
      mirrored: subject.mirrored,
    }),
  }
  return [shadow, body]
}
