import { frameRoom, type FrameSetting } from './frame-room.ts'
import type { Subject } from './scene-spec.ts'
import { seededDraw, type Draw } from './seeded-draw.ts'
import { stageFor } from './stage.ts'
import { stanceIn } from './stance.ts'
import type { AskedSubject } from './subjects-asked.ts'

type Box = { left: number; right: number; top: number; bottom: number }
type Placed = Subject & { box: Box }

const mostSubjects = 6
const tries = 48
const thirds = [1 / 3, 2 / 3]
const tones = ['light', 'medium-light', 'medium', 'medium-dark', 'dark']
const toned = new Set(['person', 'child', 'spacefarer'])
/** A portrait shows the head alone. */
const bodyOfPortrait = /-(?:walking|standing)$/
const fixedFacing = new Set([
  'building',
  'lighthouse',
  'celestial',
  'object',
  'fruit',
  'food',
  'tree',
])
const farAway = new Set(['building', 'lighthouse', 'tree', 'celestial'])

function counts(asked: readonly AskedSubject[], draw: Draw): number[] {
  const kept = asked.slice(0, mostSubjects)
  let spare = mostSubjects - kept.length
  return kept.map(({ count, plural }) => {
    const wanted = count ?? (plural ? 2 + Math.floor(draw.number() * 2) : 1)
    const extra = Math.min(wanted - 1, spare)
    spare -= extra
    return 1 + extra
  })
}

function boxOf(
  x: number,
  y: number,
  size: number,
  ratio: number,
  middle: boolean,
  aspect: number,
): Box {
  const height = size * Math.min(aspect, 1)
  const width = size * ratio * Math.min(1, 1 / aspect)
  const bottom = middle ? y + height / 2 : y
  return { left: x - width / 2, right: x + width / 2, top: bottom - height, bottom }
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return 0
  const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top)
  return (width * height) / Math.min(area(a), area(b))
}

function clampSize(size: number, ratio: number, aspect: number, tallest: number): number {
  const byHeight = tallest / Math.min(aspect, 1)
  const byWidth = 0.82 / (ratio * Math.min(1, 1 / aspect))
  return Math.max(0.03, Math.min(size, byHeight, byWidth, 1.6))
}

function place(
  asked: AskedSubject,
  rank: number,
  others: readonly Placed[],
  setting: FrameSetting,
  sizing: number,
  draw: Draw,
): Placed {
  const { family, aspect, framing } = setting
  const stance = stanceIn(family, asked)
  const middle = stance === 'flies' || stance === 'swims'
  const stage = stageFor(family, stance)
  const { kind, kindName } = asked
  const main = rank === 0
  const base = kind.size * asked.scale * framing * stage.size * sizing * draw.between(0.86, 1.14)
  const centred = family === 'portrait' && main
  const third = draw.pick(thirds)
  let best: { placed: Placed; cost: number } | null = null
  for (let n = 0; n < tries; n++) {
    const nearness = farAway.has(kindName)
      ? draw.between(0.05, 0.4)
      : main
        ? draw.between(0.45, 0.8)
        : draw.between(0.08, 0.95)
    const grown = base * (stage.perspective + 2 * (1 - stage.perspective) * nearness)
    const size = clampSize(centred ? Math.max(grown, 0.62) : grown, kind.ratio, aspect, 0.84)
    const margin = Math.min(0.5, 0.03 + (size * kind.ratio * Math.min(1, 1 / aspect)) / 2)
    const x = centred
      ? draw.between(0.44, 0.56)
      : main
        ? third + draw.between(-0.07, 0.07)
        : draw.between(margin, 1 - margin)
    const level = stage.far + (stage.near - stage.far) * nearness
    const y =
      family === 'portrait' ? Math.min(level, 0.6 + (size * Math.min(aspect, 1)) / 2) : level
    const box = boxOf(x, y, size, kind.ratio, middle, aspect)
    const outside =
      Math.max(0, 0.02 - box.left) + Math.max(0, box.right - 0.98) + Math.max(0, 0.03 - box.top) * 2
    const covered = others.reduce((sum, other) => sum + overlap(box, other.box), 0)
    const twin = others.some((o) => Math.abs(o.size - size) < 0.04 * size) ? 0.08 : 0
    const cost = covered * 3 + outside * 5 + twin + draw.number() * 0.1
    if (best && best.cost <= cost) continue
    const depth =
      kindName === 'celestial'
        ? 0.95
        : stage.depthFar + (stage.depthNear - stage.depthFar) * nearness
    best = {
      cost,
      placed: {
        word: asked.word,
        icon: asked.icon,
        stance,
        x,
        y,
        size,
        depth,
        mirrored: false,
        box,
      },
    }
  }
  const { placed } = best!
  const inward = placed.x < 0.5
  placed.mirrored = fixedFacing.has(kindName) ? false : draw.number() < 0.82 ? inward : !inward
  if (toned.has(kindName)) {
    const figure = family === 'portrait' ? asked.icon.replace(bodyOfPortrait, '') : asked.icon
    placed.icon = `${figure}-${draw.pick(tones)}-skin-tone`
  }
  return placed
}

function liftAbove(
  many: readonly number[],
  asked: readonly AskedSubject[],
  placed: Placed[],
): void {
  let first = 0
  for (const [rank, count] of many.entries()) {
    const below = placed[first + count]
    const mine = placed.slice(first, first + count)
    first += count
    if (!asked[rank]?.above || !below) continue
    if (below.stance === 'flies' || below.stance === 'swims') below.y = Math.max(below.y, 0.6)
    for (const one of mine) {
      if (one.stance !== 'flies' && one.stance !== 'swims') continue
      const half = (one.box.bottom - one.box.top) / 2
      one.y = Math.max(half + 0.04, Math.min(one.y, below.y - 0.2))
    }
  }
}

/**
 * Puts the things named into the frame: the first on a third, the others where they cover it
 * least, none larger than the frame. At most six; farthest first, as a painter would.
 */
export function placeSubjects(asked: readonly AskedSubject[], setting: FrameSetting): Subject[] {
  const many = counts(asked, seededDraw(setting.seed, 'counts'))
  const sizing = frameRoom(asked, many, setting)
  const placed: Placed[] = []
  for (const [rank, count] of many.entries()) {
    const subject = asked[rank]!
    for (const hit of subject.hits) hit.used = true
    for (let n = 0; n < count; n++) {
      const draw = seededDraw(setting.seed, `subject ${rank} ${n}`)
      placed.push(place(subject, rank + n, placed, setting, sizing, draw))
    }
  }
  liftAbove(many, asked, placed)
  return placed.toSorted((a, b) => b.depth - a.depth).map(({ box: _box, ...subject }) => subject)
}
