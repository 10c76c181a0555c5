import { expect, test } from 'vitest'

import { understand } from './understand.ts'

/** What a person would expect of a prompt, `a|b` where either will do. */
const expectations: [prompt: string, expected: string][] = [
  [
    'A glass of iced coffee on a marble countertop, morning light streaming through a window',
    'family=still_life|interior time=dawn|day icon=cup-with-straw not=',
  ],
  [
    'a lone sailboat at dusk, fog rolling in, slow push in',
    'family=sea time=dusk weather=fog icon=sailboat count=1 move=push_in amount=0.3 not=rolling',
  ],
  [
    "neon street in the rain at night, 'OPEN LATE' sign",
    'family=city time=night weather=rain style=neon text=OPEN_LATE not=',
  ],
  ['portrait of a fox in a studio, noir', 'family=portrait icon=fox style=noir palette=Noir not='],
  ['a whale under water with god rays', 'family=underwater icon=whale stance=swims not='],
  ['red dunes at golden hour, drone rising', 'family=desert time=golden_hour move=crane_up not='],
  ['geometric shapes in teal and orange', 'family=abstract palette=Teal_and_orange count=0 not='],
  [
    'an astronaut above a ringed planet',
    'family=space icon=astronaut,ringed-planet stance=flies not=',
  ],
  ['old library, dust in window light', 'family=interior weather=fog not=old'],
  [
    'autumn forest, deer, morning mist, pan left',
    'family=forest season=autumn time=dawn weather=fog icon=deer move=pan_left not=',
  ],
  [
    'A cinematic wide shot of a vintage car driving through the desert at sunset, 35mm film',
    'family=desert time=golden_hour style=film icon=automobile not=driving',
  ],
  ['two cats on a windowsill, soft light, watercolour', 'icon=cat count=2 style=watercolour not='],
  ['a red car in front of a house, overcast', 'weather=overcast icon=automobile,house not='],
  [
    'a flock of birds over snowy mountains at dawn',
    'family=landscape season=winter time=dawn icon=bird count=6 stance=flies not=',
  ],
  ['close-up of a rose with dew', 'icon=rose not=dew'],
  [
    'a woman dancing in the rain, cyberpunk Tokyo',
    'family=city weather=rain style=neon palette=Cyberpunk icon=woman-dancing not=',
  ],
  [
    'a bottle of perfume on a black marble pedestal, product shot',
    'family=still_life icon=bottle-with-popping-cork not=',
  ],
  [
    'hot air balloons over a valley, golden hour, slow orbit',
    'family=landscape time=golden_hour icon=balloon move=orbit_left|orbit_right not=',
  ],
  [
    'lighthouse, storm, handheld',
    'family=sea weather=storm icon=lighthouse stance=stands move=handheld not=',
  ],
  [
    'an old man with a book by candlelight, oil painting',
    'family=interior style=oil icon=old-man,closed-book not=',
  ],
  [
    'no people, empty beach without clouds, turquoise water',
    'family=sea weather=clear count=0 not=',
  ],
  [
    'a dragon flying over a castle, lightning',
    'weather=storm icon=dragon,castle stance=flies not=',
  ],
  ['three penguins on an iceberg', 'family=sea season=winter icon=penguin count=3 not='],
  ['flowing silk in crimson, slow motion', 'family=abstract count=0 not='],
  ['robot with a guitar on a rooftop at night', 'family=city time=night icon=robot,guitar not='],
  [
    'a field of sunflowers under a blue sky',
    'family=landscape weather=clear icon=sunflower count=6 not=',
  ],
  ['kitchen, steam, warm light', 'family=interior weather=fog icon=teapot not='],
  ['galaxy with stars and a rocket', 'family=space icon=rocket not='],
  ['a tiny mouse and a giant elephant', 'icon=mouse,elephant count=2 not='],
  ['a bowl of ramen, dark moody food photography', 'family=still_life icon=steaming-bowl not='],
  ['child with a red balloon, black and white', 'palette=Monochrome,_red icon=child,balloon not='],
  ['a cyclist on a coastal road', 'family=sea|landscape icon=person-biking'],
  ['train in the mountains in winter', 'family=landscape season=winter icon=train not='],
  [
    'a photorealistic portrait of an elderly woman, 8k',
    'family=portrait icon=old-woman not=photorealistic,8k',
  ],
  ['a boy with a kite on a hill', 'family=landscape icon=boy,kite not='],
  ['a goldfish in an aquarium', 'family=underwater icon=fish stance=swims not='],
  ['surfers on a huge wave at sunrise', 'family=sea time=dawn icon=person-surfing stance=floats'],
  [
    'a dark alley, puddles, film grain, "JAZZ" sign',
    'family=city weather=rain style=film text=JAZZ not=',
  ],
  ['water lilies on a pond, monet', 'style=oil icon=lotus not='],
  ['cherry blossoms, pink sky, anime', 'style=manga icon=cherry-blossom not='],
  ['a chess piece, minimalist', 'style=minimal icon=chess-pawn not='],
  [
    'a woman in a red dress walking along a beach',
    'family=sea icon=woman-walking count=1 not=dress',
  ],
  [
    'wooden table with three lemons, a vase and a candle',
    'family=still_life icon=lemon,amphora,candle count=5 not=',
  ],
  [
    'snow leopard on a ridge, blizzard',
    'family=landscape weather=snow season=winter icon=leopard not=',
  ],
  [
    'spring meadow with bees, no clouds',
    'family=landscape season=spring weather=clear icon=honeybee not=',
  ],
  ['moody jazz bar with a saxophone', 'family=interior icon=saxophone not=jazz'],
  [
    'an ancient temple in the jungle, god rays, fog',
    'family=forest weather=fog icon=classical-building not=ancient',
  ],
  ['abstract fluid gradient in magenta and cyan', 'family=abstract count=0 not='],
  ['camels crossing the Sahara at noon', 'family=desert time=day icon=camel'],
  ['a jellyfish in the deep sea, slow drift', 'family=underwater icon=jellyfish not=drift'],
  [
    'busy Manhattan avenue at dusk, taxis, steam, crane up',
    'family=city time=dusk icon=taxi move=crane_up not=',
  ],
  [
    'a cosy cabin in the snow at night, pine trees',
    'weather=snow time=night icon=house,evergreen-tree not=',
  ],
  ['cathedral at twilight, tilt up', 'family=city time=dusk icon=church move=tilt_up not='],
  [
    'a croissant and an espresso on a plate, pastel',
    'family=still_life style=pastel icon=croissant,hot-beverage not=',
  ],
  ['locked-off shot of a volcano, thunderstorm', 'family=landscape weather=storm move=static not='],
  ['the camera pulls back from a violin, spotlight', 'move=pull_out icon=violin not='],
  [
    'ufo over a wheat field, vhs',
    'family=landscape style=vintage icon=flying-saucer stance=flies not=',
  ],
  ['pencil sketch of a giraffe', 'style=line_art icon=giraffe not='],
  ['a lighthouse keeper', 'icon=lighthouse not=keeper'],
  ['wolves howling at the full moon', 'time=night icon=wolf not=howling'],
  ['sepia photograph of a steam train', 'style=vintage palette=Sepia icon=locomotive not='],
  ['a boat, no fog, not at night', 'family=sea icon=sailboat not='],
  ['🦊 in the snow', 'icon=fox weather=snow not='],
  ['aubergine and donut', 'icon=eggplant,doughnut not='],
  ['an avocado on Mars', 'icon=avocado'],
  ['a marble statue', 'icon=statue-of-liberty'],
  ['light on the counter in the morning', 'family=still_life time=dawn count=0'],
  ['beautiful stunning masterpiece', 'family=abstract count=0 not=beautiful,stunning,masterpiece'],
  ['interior of a gothic cathedral, volumetric light', 'family=interior count=0 not='],
  ['a sneaker in a studio', 'family=still_life icon=running-shoe not='],
  ['a little girl walking in the rain', 'weather=rain icon=woman-walking not='],
  ['flying cars at night', 'time=night icon=automobile stance=flies not='],
  ['underwater city', 'family=underwater count=0'],
]

const skinTone = /-(?:(?:medium-)?(?:light|dark)|medium)-skin-tone$/

function found(prompt: string): Record<string, string[]> {
  const spec = understand({ prompt, aspect: 16 / 9, seed: 11, medium: 'video' })
  const plain = spec.subjects.map(({ icon }) => icon.replace(skinTone, ''))
  return {
    family: [spec.family],
    time: [spec.time_of_day],
    weather: [spec.weather],
    season: [spec.season],
    palette: [spec.palette.name.replaceAll(' ', '_')],
    move: [spec.camera.move],
    amount: [String(spec.camera.amount)],
    style: spec.styles,
    icon: plain,
    stance: spec.subjects.map(({ stance }) => stance),
    count: [String(spec.subjects.length)],
    text: [spec.text?.replaceAll(' ', '_') ?? ''],
    not: spec.not_understood,
  }
}

test.each(expectations)('%s → %s', (prompt, expected) => {
  const got = found(prompt)
  for (const clause of expected.split(' ')) {
    const [facet = '', value = ''] = clause.split('=')
    const values = got[facet]!
    if (facet === 'not') expect(values.join(',')).toBe(value)
    else if (value.includes('|')) expect(value.split('|')).toContain(values[0])
    else if (facet === 'palette') expect(values[0]).toBe(value)
    else expect(values, clause).toEqual(expect.arrayContaining(value.split(',')))
  }
})

function boat(seed: number) {
  return understand({ prompt: 'a boat', aspect: 1, seed, medium: 'video' })
}

test('the same prompt with another seed is another picture', () => {
  const different = new Set(
    [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const { time_of_day, weather, palette } = boat(seed)
      return `${time_of_day} ${weather} ${palette.name}`
    }),
  )
  expect(different.size).toBeGreaterThan(4)
  expect(boat(1).seed).not.toBe(boat(2).seed)
})

function still(prompt: string) {
  return understand({ prompt, aspect: 1, seed: 5, medium: 'image' })
}

test('two prompts differ even when their words are not understood', () => {
  expect(still('qwxz').seed).not.toBe(still('qwxy').seed)
  expect(still('qwxz').light).not.toEqual(still('qwxy').light)
})

test('camera words are honestly not understood in a still picture', () => {
  const spec = understand({ prompt: 'a boat, pan left', aspect: 1, seed: 5, medium: 'image' })
  expect(spec.camera.move).toBe('static')
  expect(spec.not_understood).toEqual(['pan'])
})

test('the manga switch is a style', () => {
  const input = { prompt: 'a boat', aspect: 1, seed: 5, medium: 'image', style: 'manga' } as const
  expect(understand(input).styles).toEqual(['manga'])
})

test('rain from a tap changes nothing on a table', () => {
  const { weather } = understand({
    prompt: 'still life, rain',
    aspect: 1,
    seed: 5,
    medium: 'image',
  })
  expect(weather).toBe('clear')
})

function size(prompt: string): number {
  return understand({ prompt, aspect: 1.5, seed: 9, medium: 'image' }).subjects[0]!.size
}

test('a giant stands taller than a dwarf of its kind', () => {
  expect(size('a giant deer in a valley')).toBeGreaterThan(size('a tiny deer in a valley') * 1.5)
})
