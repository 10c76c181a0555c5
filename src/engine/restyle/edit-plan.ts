import type { EditControls } from '#contract/video-edit.ts'
import { editStrengths, type videoEditRequest } from '#contract/video-edit.ts'
import type * as z from 'zod/mini'
import type { AskedEdit } from './asked-edit.ts'
import type { ClipAnalysis } from './clip-analysis.ts'

type VideoEditRequest = z.infer<typeof videoEditRequest>
type Strength = (typeof editStrengths)[number]

/** What is kept of the source while it is restyled. */
export type Controls = {
  depth: { on: boolean; blur: number }
  normals: { on: boolean; augmentation: number }
  pose: { on: boolean; strength: 'precise' | 'coarse' }
  face: { on: boolean }
  trajectory: { on: boolean; sparsity: number }
}

export type EditPlan = {
  /** 0 … 8, from `adhere_1` to `reimagine_3`. */
  level: number
  controls: Controls
  /** What the controls would be at another strength. */
  controlsAt(level: number): Controls
  facts: { label: string; value: string }[]
}

/** Steps of a place from frame to frame, in widths, from which a clip counts as moving. */
const muchMotion = 0.0015
const isThere = (share: number) => share >= 0.3

/** What the engine takes for a control that the request leaves open. */
function defaults(level: number, { people }: ClipAnalysis): Controls {
  const reimagined = level >= 6
  return {
    depth: { on: true, blur: reimagined ? 0.3 : 0.15 },
    normals: { on: level < 7, augmentation: 0.15 },
    pose: { on: isThere(people.bodies), strength: reimagined ? 'coarse' : 'precise' },
    face: { on: isThere(people.faces) },
    trajectory: { on: true, sparsity: 0.25 },
  }
}

/** By the source and the words: how far to go, and what to hold on to. */
function picked(asked: AskedEdit, clip: ClipAnalysis): { level: number; controls: Controls } {
  const setting = asked.place || asked.subject
  const sides = [asked.time, asked.weather || asked.season, asked.style, asked.palette]
  const spoken = sides.filter(Boolean).length
  const level = setting ? 6 : asked.style ? 4 : spoken >= 2 ? 4 : spoken === 1 ? 3 : 1
  const base = defaults(level, clip)
  const moving = clip.pace >= muchMotion
  return {
    level,
    controls: {
      ...base,
      normals: { on: !setting, augmentation: 0.1 },
      pose: { on: base.pose.on, strength: 'precise' },
      trajectory: { on: moving, sparsity: moving ? 0.1 : 0.6 },
    },
  }
}

function settled(base: Controls, given: EditControls): Controls {
  const { depth, normals, pose, face, trajectory } = given
  return {
    depth: { on: depth?.enabled ?? base.depth.on, blur: depth?.blur ?? base.depth.blur },
    normals: {
      on: normals?.enabled ?? base.normals.on,
      augmentation: normals?.augmentation ?? base.normals.augmentation,
    },
    pose: { on: pose?.enabled ?? base.pose.on, strength: pose?.strength ?? base.pose.strength },
    face: { on: face?.enabled ?? base.face.on },
    trajectory: {
      on: trajectory?.enabled ?? base.trajectory.on,
      sparsity: trajectory?.sparsity ?? base.trajectory.sparsity,
    },
  }
}

/** What is kept when an edit is steered by hand: what is given, and the engine's own for the rest. */
export const controlsByHand = (level: number, given: EditControls, clip: ClipAnalysis): Controls =>
  settled(defaults(level, clip), given)

/** Strength of an edit by hand that says none. */
export const usualLevel = editStrengths.indexOf('flex_1')

/**
 * Strength and controls of an edit. Automatic when asked for, or when neither is given; a strength
 * left out of a manual edit is `flex_1`.
 */
export function editPlan(
  request: VideoEditRequest,
  asked: AskedEdit,
  clip: ClipAnalysis,
): EditPlan {
  const { auto_controls, strength, controls: given = {} } = request.video?.edit ?? {}
  const byHand = strength !== undefined || request.video?.edit?.controls !== undefined
  const auto = auto_controls === true || (auto_controls !== false && !byHand)
  const chosen = auto ? picked(asked, clip) : null
  const level = chosen?.level ?? (strength ? editStrengths.indexOf(strength) : usualLevel)
  const controlsAt = (at: number) => chosen?.controls ?? controlsByHand(at, given, clip)
  const controls = controlsAt(level)
  const name = editStrengths[level] as Strength
  const how = auto ? ', picked by the engine' : strength ? '' : ', the default'
  return {
    level,
    controls,
    controlsAt,
    facts: [{ label: 'Strength', value: `${name}${how}` }, ...rows(controls, given, auto, clip)],
  }
}

const percent = (share: number) => `${Math.round(share * 100)} %`

function rows(controls: Controls, given: EditControls, auto: boolean, clip: ClipAnalysis) {
  const { people } = clip
  const source = (signal: keyof EditControls) => {
    if (auto) return 'picked by the engine'
    return given[signal]?.enabled === undefined ? 'the default' : 'as asked'
  }
  const row = (label: string, on: boolean, signal: keyof EditControls, more: string) => ({
    label,
    value: `${on ? 'on' : 'off'}${on && more ? `, ${more}` : ''} (${source(signal)})`,
  })
  const seen = (share: number, whom: string) => {
    if (people.failure) return `the network could not run: ${people.failure}`
    return share > 0 ? `${whom} in ${percent(share)} of the looked-at frames` : `no ${whom} found`
  }
  const { depth, normals, pose, face, trajectory } = controls
  const pace = `${(clip.pace * 100).toFixed(2)} % of the width a frame`
  return [
    row('Depth (estimated)', depth.on, 'depth', `blur ${depth.blur}`),
    row('Normals (estimated)', normals.on, 'normals', `augmentation ${normals.augmentation}`),
    row('Pose', pose.on, 'pose', `${pose.strength}, ${seen(people.bodies, 'body')}`),
    row('Face', face.on, 'face', seen(people.faces, 'face')),
    row(
      'Trajectory (estimated)',
      trajectory.on,
      'trajectory',
      `sparsity ${trajectory.sparsity}, ${pace}`,
    ),
  ]
}
