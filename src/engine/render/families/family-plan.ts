import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import type { Picture } from '../picture.ts'

/** Turns a spec into the layers of one family's picture. */
export type FamilyPlan = (spec: SceneSpec, size: { width: number; height: number }) => Picture
