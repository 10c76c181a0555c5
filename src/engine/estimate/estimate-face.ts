import { peopleModels } from './people-models.ts'
import { squareOf, wholeSquare, type RgbPicture, type Window } from './rgb-picture.ts'

type Point = { x: number; y: number }
/** A face: 468 mesh points, fractions of the frame, and the networks' confidence 0 … 1. */
export type Face = { points: Point[]; score: number; box: Window }

/** Confidence from which a face counts as found. */
const faceFound = 0.5

/**
 * The clearest face, by BlazeFace and Face Mesh; `null` when there is none.
 *
 * @throws Error when the networks cannot run here.
 */
export async function estimateFace(picture: RgbPicture): Promise<Face | null> {
  const { faces, mesh } = await peopleModels()
  const window = wholeSquare(picture)
  const answers = faces.run(squareOf(picture, window, faces.side), [-1, 1])
  const found = clearest(answers, faces.side)
  if (!found || found.score < faceFound) return null
  const side = Math.max(found.width, found.height) * 1.5
  const box = {
    x: window.x + (found.x - side / 2) * window.width,
    y: window.y + (found.y - side / 2) * window.height,
    width: side * window.width,
    height: side * window.height,
  }
  const seen = mesh.run(squareOf(picture, box, mesh.side), [0, 1])
  const sure = seen.find(({ data }) => data.length === 1)?.data[0] ?? 0
  const places = seen.find(({ data }) => data.length === 1404)?.data
  if (!places || sure < faceFound) return null
  const points = Array.from({ length: 468 }, (_, n) => ({
    x: box.x + (places[n * 3]! / mesh.side) * box.width,
    y: box.y + (places[n * 3 + 1]! / mesh.side) * box.height,
  }))
  return { points, score: Math.min(sure, found.score), box }
}

type Numbers = { shape: number[]; data: Float32Array }

/** The surest box among the detector's anchors: centre and size, fractions of its square. */
function clearest(answers: Numbers[], side: number) {
  let best: { x: number; y: number; width: number; height: number; score: number } | null = null
  // A grid of cells of 16 px with two boxes each, then one of 32 px with six.
  for (const [cell, boxes] of [
    [16, 2],
    [32, 6],
  ] as const) {
    const cells = side / cell
    const count = cells * cells * boxes
    const scores = answers.find(({ data }) => data.length === count)?.data
    const shapes = answers.find(({ data }) => data.length === count * 16)?.data
    if (!scores || !shapes) continue
    for (let n = 0; n < count; n++) {
      const score = 1 / (1 + Math.exp(-scores[n]!))
      if (best && score <= best.score) continue
      const at = Math.floor(n / boxes)
      best = {
        x: (((at % cells) + 0.5) * cell + shapes[n * 16]!) / side,
        y: ((Math.floor(at / cells) + 0.5) * cell + shapes[n * 16 + 1]!) / side,
        width: shapes[n * 16 + 2]! / side,
        height: shapes[n * 16 + 3]! / side,
        score,
      }
    }
  }
  return best
}
