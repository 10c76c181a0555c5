import type { SceneSpec } from '../scene/scene-spec.ts'

/** What stirs in a picture besides the camera, by the prompt's words; 0 is nothing. */
export type Life = {
  /** Clouds drift to the right (below 0: left), shorter sides a second. */
  drift: number
  /** Light on water, and leaves in the wind: shifts in shorter sides. */
  shimmer: number
  sway: number
  /** Of the light, part of its strength. */
  flicker: number
  particles: { kind: 'rain' | 'snow' | 'dust'; count: number } | null
}

const words = {
  clouds: /\b(cloud|clouds|sky|skies|storm|windy?|time-?lapse)\b/i,
  water: /\b(water|sea|ocean|lake|river|waves?|pond|harbou?r|stream|ripples?|canal|bay)\b/i,
  leaves: /\b(wind|windy|breeze|breezy|leaves|grass|trees|foliage|reeds|meadow|sway\w*)\b/i,
  fire: /\b(candles?|fire|flames?|flicker\w*|torch\w*|lanterns?|lightning|neon|bonfire|campfire)\b/i,
  dust: /\b(dust|dusty|motes|pollen|sparkles?|fireflies|embers)\b/i,
}

/** Reads what should stir; rain and snow come only when the prompt asks for them. */
export function readLife({ prompt, weather, camera, seed }: SceneSpec): Life {
  const pace = Math.min(1.4, 0.6 + camera.amount)
  const falling =
    weather === 'rain' || weather === 'storm' ? 'rain' : weather === 'snow' ? weather : null
  const kind = falling ?? (words.dust.test(prompt) ? 'dust' : null)
  const counts = { rain: 420, snow: 260, dust: 90 }
  return {
    drift: words.clouds.test(prompt) ? (seed % 2 ? 0.008 : -0.008) * pace : 0,
    shimmer: words.water.test(prompt) ? 0.0022 : 0,
    sway: words.leaves.test(prompt) ? 0.0022 : 0,
    flicker: words.fire.test(prompt) ? 0.05 : 0,
    particles: kind ? { kind, count: counts[kind] } : null,
  }
}

/** In words, for the person. */
export function lifeWords({ drift, shimmer, sway, flicker, particles }: Life): string {
  const list = [
    drift ? 'the sky drifts' : '',
    shimmer ? 'the water shimmers' : '',
    sway ? 'leaves sway' : '',
    flicker ? 'the light flickers' : '',
    particles ? `${particles.kind} in the air` : '',
  ].filter(Boolean)
  return list.length > 0 ? list.join(', ') : 'nothing but the camera moves'
}
