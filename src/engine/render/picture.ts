import type { Layer } from './layer.ts'
import type { Stage } from './stage.ts'

type Water = {
  rough: number
  scale: number
  speed: number
  clear: number
  foam: number
  near: number
  /** Rise of the mirror line per unit sideways; above 0 only the ground between walls is wet. */
  mirror: number
}

export type Glow = {
  x: number
  y: number
  near: number
  radius: number
  colour: readonly [number, number, number]
  /** Depth of the flicker, 0…1. */
  flicker: number
  /** A soft star of light, or a disc of an open lens. */
  shape: 'soft' | 'disc'
}

/** The order is the kernel's numbering. */
export const particleKinds = ['rain', 'snow', 'dust', 'bubbles', 'leaves', 'embers'] as const
type ParticleKind = (typeof particleKinds)[number]

/** Everything a frame is made of; the camera is added when it is painted. */
export type Picture = {
  stage: Stage
  /** Number of the family's shader in the kernels. */
  shader: number
  /** The family's own numbers, read by its shader. */
  variants: number[]
  layers: Layer[]
  water: Water | null
  glows: Glow[]
  /** The lights belong to the backdrop: drawn right after the first layer. */
  glowsBehind: boolean
  particles: { kind: ParticleKind; count: number }[]
  /** God rays and caustics, 0 is none. */
  rays: { strength: number; caustics: number; floorY: number } | null
  /** The whole frame is shaded anew each time (abstract), instead of layers. */
  flow: { kind: number } | null
  exposure: number
}

/** A picture with nothing but its stage; a family adds what it needs. */
export function blankPicture(stage: Stage, shader: number): Picture {
  return {
    stage,
    shader,
    variants: [],
    layers: [],
    water: null,
    glows: [],
    glowsBehind: false,
    particles: [],
    rays: null,
    flow: null,
    exposure: 1,
  }
}
