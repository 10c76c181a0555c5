import type { Rgb, Season, Style, TimeOfDay, Weather } from '../scene/scene-spec.ts'

/** What part of the picture a word is about. */
export type Part = 'all' | 'sky' | 'subject' | 'background'

export type ColourWish = { word: string; colour: Rgb; part: Part }

/** What an edit asks for, read from its words; whatever is missing stays as it is. */
export type Wishes = {
  time?: TimeOfDay
  weather?: Weather
  season?: Season
  /** The sky is to be another one, not just the same in another light. */
  newSky?: boolean
  /** Only the sky changes, the ground keeps its light. */
  skyOnly?: boolean
  /** As the lexicon names it: `teal-and-orange`. */
  palette?: string
  colours: ColourWish[]
  /** Factors and shifts, 1 or 0 leaves as it is. */
  saturation?: number
  warmth?: number
  exposure?: number
  contrast?: number
  styles: Style[]
  /** Radius as a fraction of the shorter side. */
  blur?: { radius: number; part: Part }
  sharpen?: { amount: number; part: Part }
}
