import type { PeopleTrack } from '../restyle/people-track.ts'
import { limbs, sure } from '../restyle/person-mask.ts'
import { mapReader } from './map-reader.ts'
import { dimmed, type Picture, type Seen } from './seen-picture.ts'
import type { FrameMaps } from './see-surfaces.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`
const colours = { left: '#ffb454', right: '#5cc8ff', middle: '#ffffff', joint: '#ffffff' }

/** The mask's limbs without what only fills the trunk, and the line of the hips. */
const bones = [
  ...limbs.filter(([from, to]) => !(from === 5 && to === 12) && !(from === 6 && to === 11)),
  [11, 12] as const,
]

/** Of COCO's joints the odd ones are the left of the body. */
function sideOf(from: number, to: number) {
  if (from % 2 !== to % 2) return colours.middle
  return from % 2 === 1 ? colours.left : colours.right
}

function kept({ size, maps }: FrameMaps) {
  return mapReader({ ...size, data: maps.subarray(size.width * size.height * 8) }, 4, 0)
}

function nobody(frame: Picture, { failure }: PeopleTrack, whom: string): Seen {
  const words = failure
    ? `The network that looks for people could not run here: ${failure}`
    : `No ${whom} was found in this clip.`
  return { picture: dimmed(frame, () => 0), found: false, words }
}

/** The body that is held on to in its own light, and its skeleton. */
export function seePose(frame: Picture, at: number, people: PeopleTrack, maps: FrameMaps): Seen {
  const pose = people.poseAt(at)
  if (!pose) return nobody(frame, people, 'person')
  const { width, height } = frame
  const place = (n: number) => {
    const { x, y, score } = pose.joints[n]!
    return { x: (x * width).toFixed(1), y: (y * height).toFixed(1), score }
  }
  const broad = Math.max(2, width / 160)
  const lines = bones.flatMap(([from, to]) => {
    const [a, b] = [place(from), place(to)]
    if (a.score < sure || b.score < sure) return []
    const line = `<path d="M${a.x} ${a.y}L${b.x} ${b.y}"`
    return [
      `${line} stroke="#000" stroke-opacity=".6" stroke-width="${broad * 2}"/>`,
      `${line} stroke="${sideOf(from, to)}" stroke-width="${broad}"/>`,
    ]
  })
  const joints = pose.joints.flatMap((_, n) => {
    const { x, y, score } = place(n)
    if (score < sure) return []
    return [`<circle cx="${x}" cy="${y}" r="${broad}" fill="${colours.joint}" stroke="#000"/>`]
  })
  return {
    picture: dimmed(frame, kept(maps)),
    shapes: [...lines, ...joints].join(''),
    found: true,
    words: `One person, ${percent(pose.score)} sure. What is lit is held on to.`,
  }
}

/** The face that is held on to in its own light, and its mesh. */
export function seeFace(frame: Picture, at: number, people: PeopleTrack, maps: FrameMaps): Seen {
  const face = people.faceAt(at)
  if (!face) return nobody(frame, people, 'face')
  const { width, height } = frame
  const places = face.points.map(({ x, y }) => [x * width, y * height] as const)
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const box = `<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${(Math.max(...xs) - left).toFixed(1)}" height="${(Math.max(...ys) - top).toFixed(1)}" stroke="#fff" stroke-opacity=".8"/>`
  const size = Math.max(0.9, width / 560)
  const dots = places.map(
    ([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size}"/>`,
  )
  return {
    picture: dimmed(frame, kept(maps)),
    shapes: `${box}<g fill="${colours.right}">${dots.join('')}</g>`,
    found: true,
    words: `One face, ${percent(face.score)} sure. What is lit is held on to.`,
  }
}
