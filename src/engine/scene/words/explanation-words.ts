import type { CameraMove, Family, Style, TimeOfDay, Weather } from '../scene-spec.ts'

const family: Record<Family, string> = {
  landscape: 'Open country',
  sea: 'Sea',
  desert: 'Desert',
  forest: 'Forest',
  city: 'City',
  interior: 'Room',
  still_life: 'Table top',
  portrait: 'Portrait studio',
  space: 'Space',
  underwater: 'Under water',
  abstract: 'Abstract',
}

const time: Record<TimeOfDay, string> = {
  dawn: 'Dawn',
  day: 'Day',
  golden_hour: 'Golden hour',
  dusk: 'Dusk',
  night: 'Night',
}

const weather: Record<Weather, string> = {
  clear: 'Clear',
  cloudy: 'Cloudy',
  overcast: 'Overcast',
  fog: 'Fog',
  rain: 'Rain',
  storm: 'Storm',
  snow: 'Snow',
}

const camera: Record<CameraMove, string> = {
  static: 'Still',
  pan_left: 'Pan left',
  pan_right: 'Pan right',
  tilt_up: 'Tilt up',
  tilt_down: 'Tilt down',
  push_in: 'Push in',
  pull_out: 'Pull back',
  orbit_left: 'Orbit left',
  orbit_right: 'Orbit right',
  crane_up: 'Rise',
  crane_down: 'Sink',
  handheld: 'Hand-held',
}

const style: Record<Style, string> = {
  film: 'film',
  noir: 'noir',
  watercolour: 'watercolour',
  neon: 'neon',
  pastel: 'pastel',
  line_art: 'line drawing',
  manga: 'manga',
  minimal: 'minimal',
  vintage: 'vintage',
  oil: 'oil paint',
}

export const explanationWords = { family, time, weather, camera, style }
