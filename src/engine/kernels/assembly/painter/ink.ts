import { clamp01 } from './curve'
import { scene } from './scene'

/** The colour a shader is mixing: straight (not premultiplied) scene-linear, and its coverage. */
export class ink {
  static r: f32 = 0
  static g: f32 = 0
  static b: f32 = 0
  static a: f32 = 0
}

export function set(r: f32, g: f32, b: f32, a: f32): void {
  ink.r = r
  ink.g = g
  ink.b = b
  ink.a = a
}

export function gain(k: f32): void {
  ink.r *= k
  ink.g *= k
  ink.b *= k
}

export function add(r: f32, g: f32, b: f32, k: f32): void {
  ink.r += r * k
  ink.g += g * k
  ink.b += b * k
}

export function addLight(k: f32): void {
  add(scene.lightR, scene.lightG, scene.lightB, k)
}

export function toward(r: f32, g: f32, b: f32, t: f32): void {
  ink.r += (r - ink.r) * t
  ink.g += (g - ink.g) * t
  ink.b += (b - ink.b) * t
}

/** Multiplies by `sun` parts of the light's colour and `sky` parts of the sky's. */
export function lit(sun: f32, sky: f32): void {
  ink.r *= scene.lightR * sun + (scene.skyHiR + scene.skyLoR) * 0.5 * sky
  ink.g *= scene.lightG * sun + (scene.skyHiG + scene.skyLoG) * 0.5 * sky
  ink.b *= scene.lightB * sun + (scene.skyHiB + scene.skyLoB) * 0.5 * sky
}

/** Distance haze: fades into the air just above the horizon. */
export function haze(t: f32): void {
  toward(scene.skyLoR, scene.skyLoG, scene.skyLoB, clamp01(t))
}

/** Coverage of a shape at a signed distance (inside is negative), one pixel soft. */
export function edge(distance: f32): f32 {
  return clamp01(0.5 - distance / scene.px)
}
