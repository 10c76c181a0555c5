import type { Family, SceneSpec, Subject } from './scene-spec.ts'
import { explanationWords } from './words/explanation-words.ts'

export type Explanation = {
  facts: { label: string; value: string }[]
  not_understood: string[]
}

const rooms = new Set<Family>(['interior', 'still_life', 'portrait'])
const outdoors = new Set<Family>(['landscape', 'sea', 'desert', 'forest', 'city'])

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function subjectList(subjects: readonly Subject[]): string {
  const counts = new Map<string, number>()
  for (const { word } of subjects.toSorted((a, b) => a.depth - b.depth)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, n]) => (n > 1 ? `${word} ×${n}` : word)).join(', ')
}

function lightWords({ light, time_of_day, family }: SceneSpec): string {
  const edge = light.hardness > 0.65 ? 'hard' : light.hardness > 0.35 ? 'soft-edged' : 'soft'
  const [r, , b] = light.colour
  const warmth = r > b * 1.5 ? 'warm' : b > r * 1.15 ? 'cool' : 'neutral'
  const side =
    Math.abs(light.azimuth) < 0.25
      ? 'from behind'
      : light.azimuth < 0
        ? 'from the left'
        : 'from the right'
  const height = light.elevation > 50 ? 'high' : light.elevation > 15 ? 'slanting' : 'low'
  const afterglow = light.elevation <= 0 && time_of_day === 'dusk' && outdoors.has(family)
  return sentence([edge, warmth, afterglow ? 'afterglow' : height, side].join(', '))
}

function cameraWords({ move, amount }: SceneSpec['camera']): string {
  if (move === 'static') return 'Still'
  const pace = amount <= 0.32 ? 'slow' : amount >= 0.75 ? 'fast' : null
  const name = explanationWords.camera[move]
  return pace ? `${name}, ${pace}` : name
}

function densityWords(density: number): string {
  return density < 0.25 ? 'Sparse' : density > 0.75 ? 'Dense' : 'Moderate'
}

/** The plain table a person reads to see what became of the prompt. */
export function explain(spec: SceneSpec): Explanation {
  const { family, weather } = spec
  const words = explanationWords
  const facts = [
    { label: 'Place', value: words.family[family] },
    { label: 'Time', value: words.time[spec.time_of_day] },
  ]
  if (outdoors.has(family)) {
    facts.push({ label: 'Weather', value: words.weather[weather] })
    facts.push({ label: 'Season', value: sentence(spec.season) })
  } else if (rooms.has(family) && weather === 'fog') facts.push({ label: 'Air', value: 'Hazy' })
  else if (weather !== 'clear') facts.push({ label: 'Weather', value: words.weather[weather] })
  facts.push({ label: 'Palette', value: spec.palette.name })
  facts.push({ label: 'Light', value: lightWords(spec) })
  facts.push({ label: 'Camera', value: cameraWords(spec.camera) })
  if (spec.styles.length > 0) {
    const list = spec.styles.map((style) => words.style[style]).join(', ')
    facts.push({ label: 'Style', value: sentence(list) })
  }
  if (spec.subjects.length > 0) {
    facts.push({ label: 'Subjects', value: sentence(subjectList(spec.subjects)) })
  }
  facts.push({ label: 'Detail', value: densityWords(spec.density) })
  if (spec.text !== null) facts.push({ label: 'Text', value: `“${spec.text}”` })
  return { facts, not_understood: spec.not_understood }
}
