/**
 * What the local engine understood of a prompt, as plain JSON: the only thing between the words
 * and the painter. The same spec and the same pixel size give the same frame, byte for byte.
 */

export const families = [
  'landscape',
  'sea',
  'desert',
  'forest',
  'city',
  'interior',
  'still_life',
  'portrait',
  'space',
  'underwater',
  'abstract',
] as const
export type Family = (typeof families)[number]

export const timesOfDay = ['dawn', 'day', 'golden_hour', 'dusk', 'night'] as const
export type TimeOfDay = (typeof timesOfDay)[number]

export const weathers = ['clear', 'cloudy', 'overcast', 'fog', 'rain', 'storm', 'snow'] as const
export type Weather = (typeof weathers)[number]

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof seasons)[number]

export const cameraMoves = [
  'static',
  'pan_left',
  'pan_right',
  'tilt_up',
  'tilt_down',
  'push_in',
  'pull_out',
  'orbit_left',
  'orbit_right',
  'crane_up',
  'crane_down',
  'handheld',
] as const
export type CameraMove = (typeof cameraMoves)[number]

export const styles = [
  'film',
  'noir',
  'watercolour',
  'neon',
  'pastel',
  'line_art',
  'manga',
  'minimal',
  'vintage',
  'oil',
] as const
export type Style = (typeof styles)[number]

/** Linear Rec.709 red, green, blue; 1.0 is diffuse white, light sources go above it. */
export type Rgb = readonly [number, number, number]

/** A thing named in the prompt that is drawn as a solid, lit, standing (or flying) figure. */
export type Subject = {
  /** The word of the prompt that asked for it. */
  word: string
  /** Icon name in the Noto set, for instance `sailboat`. */
  icon: string
  /** How it meets the world. */
  stance: 'stands' | 'floats' | 'flies' | 'swims' | 'lies'
  /** Centre of its foot (of its middle when it flies or swims), fraction of the frame, y down. */
  x: number
  y: number
  /** Height as a fraction of the frame's shorter side. */
  size: number
  /** 0 is the lens, 1 the horizon; drives parallax, haze and overlap. */
  depth: number
  mirrored: boolean
}

export type SceneSpec = {
  version: 1
  prompt: string
  /** uint32; drawn anew for every submission, kept with the job. */
  seed: number
  family: Family
  time_of_day: TimeOfDay
  weather: Weather
  season: Season
  palette: {
    name: string
    /** Sky (or backdrop) high and low, ground (or table, water) light and dark, one accent. */
    sky_high: Rgb
    sky_low: Rgb
    ground_light: Rgb
    ground_dark: Rgb
    accent: Rgb
  }
  light: {
    /** -1 left edge … 1 right edge of the frame. */
    azimuth: number
    /** Degrees above the horizon; below 0 only the sky still glows. */
    elevation: number
    colour: Rgb
    /** 0 soft and shadowless … 1 hard sun. */
    hardness: number
  }
  camera: { move: CameraMove; /** 0.2 slow … 1 fast */ amount: number }
  styles: Style[]
  subjects: Subject[]
  /** Fraction of the height from the top, where the words or a reference fix it. */
  horizon?: number
  /** Quoted words of the prompt, set as type in the picture. */
  text: string | null
  /** 0 sparse … 1 dense: how much detail (trees, buildings, stars, objects) the place holds. */
  density: number
  /** Content words that changed nothing. Shown to the person. */
  not_understood: string[]
}
