import { editStrengths } from '#contract/video-edit.ts'

export type Strength = (typeof editStrengths)[number]

/** The three thirds of the scale, three steps each. */
export const strengthThirds = ['Adhere', 'Flex', 'Reimagine'] as const

const words: Record<Strength, string> = {
  adhere_1: 'Closest to the source: its look, shapes and motion stay.',
  adhere_2: 'The source stays; light and colour lean towards the prompt.',
  adhere_3: 'Shapes and motion stay; surfaces begin to change.',
  flex_1: 'The same scene; style and materials may change.',
  flex_2: 'The same layout and motion; the look follows the prompt.',
  flex_3: 'The layout is held loosely; most of the look is new.',
  reimagine_1: 'A new picture on the layout and motion of the source.',
  reimagine_2: 'Mostly new; the source is a loose guide.',
  reimagine_3: 'Furthest from the source: the prompt decides almost everything.',
}

/** Where a strength stands on the scale, 0 … 8. */
export const stepOf = (strength: Strength) => editStrengths.indexOf(strength)

export function strengthAt(step: number): Strength {
  const strength = editStrengths[step]
  if (!strength) throw new RangeError(`a strength's step is 0 … 8, not ${step}`)
  return strength
}

/** `Flex 2`, and what it does. */
export const strengthWords = (strength: Strength) => ({
  name: `${strengthThirds[Math.floor(stepOf(strength) / 3)]} ${(stepOf(strength) % 3) + 1}`,
  does: words[strength],
})

/** Where the scale rests while the model chooses; also the first step taken by hand. */
export const restingStrength: Strength = 'flex_1'
