import { explanationWords } from '../scene/words/explanation-words.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import type { EditAsked } from './read-edit.ts'

type Fact = { label: string; value: string }

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The table a person reads: what the edit does, and what it took the picture for. */
export function explainEdit(
  { wishes, parts, text }: EditAsked,
  reading: SceneReading,
  isOurs: boolean,
): Fact[] {
  const words = explanationWords
  const facts: Fact[] = []
  const say = (label: string, value: string | false | undefined | null) => {
    if (value) facts.push({ label, value })
  }
  const { time, weather, season, palette, colours, styles, blur, sharpen } = wishes
  say('Time', time && words.time[time])
  say('Weather', weather && words.weather[weather])
  say('Season', season && season.charAt(0).toUpperCase() + season.slice(1))
  say('Sky', (wishes.newSky || parts.sky) && 'a new sky')
  say('Palette', palette?.replaceAll('-', ' '))
  say(
    'Colours',
    colours.map(({ word, part }) => (part === 'all' ? word : `${word} for the ${part}`)).join(', '),
  )
  const dials = [
    ['Brightness', wishes.exposure],
    ['Contrast', wishes.contrast],
    ['Saturation', wishes.saturation],
  ] as const
  for (const [label, value] of dials) say(label, value !== undefined && `× ${value}`)
  say('Warmth', wishes.warmth !== undefined && (wishes.warmth > 0 ? 'warmer' : 'cooler'))
  say('Style', styles.map((style) => words.style[style]).join(', '))
  say('Background', parts.backdrop ?? (parts.bare && 'plain'))
  say('Added', parts.add.join(', '))
  say('Blur', blur && `${blur.part}, ${(blur.radius * 100).toFixed(1)} % of the shorter side`)
  say('Sharpen', sharpen?.part)
  say('Text', text && `“${text.words}”, ${text.place}`)
  if (isOurs) {
    say('Source', 'painted by this engine: the same scene is painted again')
    return facts
  }
  const { sky, subject } = reading
  say('Sky found', `${sky.share > 0.01 ? percent(sky.share) : 'none'} (estimated)`)
  const clear = subject.confidence > 0.5 ? 'clear' : 'unclear'
  say('Subject found', `${percent(subject.share)} of the picture, ${clear} (estimated)`)
  return facts
}
