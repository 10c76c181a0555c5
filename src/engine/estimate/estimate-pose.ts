import { peopleModels } from './people-models.ts'
import { squareOf, wholeSquare, type RgbPicture } from './rgb-picture.ts'

/** A place on a body, fractions of the frame, with the network's confidence 0 … 1. */
type Joint = { x: number; y: number; score: number }

/**
 * Seventeen joints of one person in COCO's order: nose, eyes, ears, shoulders, elbows, wrists,
 * hips, knees, ankles, left before right. `score` is the mean confidence of the surest nine.
 */
export type Pose = { joints: Joint[]; score: number }

/** Confidence from which a person counts as found. */
export const poseFound = 0.4

/**
 * The pose of the clearest person, by MoveNet Lightning.
 *
 * @throws Error when the network cannot run here.
 */
export async function estimatePose(picture: RgbPicture): Promise<Pose> {
  const { pose } = await peopleModels()
  const window = wholeSquare(picture)
  const [answer] = pose.run(squareOf(picture, window, pose.side))
  const joints = Array.from({ length: 17 }, (_, n) => ({
    x: window.x + answer!.data[n * 3 + 1]! * window.width,
    y: window.y + answer!.data[n * 3]! * window.height,
    score: answer!.data[n * 3 + 2]!,
  }))
  const surest = joints.map(({ score }) => score).toSorted((a, b) => b - a)
  return { joints, score: surest.slice(0, 9).reduce((sum, s) => sum + s, 0) / 9 }
}
