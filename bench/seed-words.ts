import type { Chance } from './seed-chance.ts'

const split = (text: string) =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/\s*,\s*/)

const who = split(`a fox, an old lighthouse keeper, two dancers, a red kite, a grey heron, a street
musician, a paper boat, a wooden robot, a young astronomer, a cello, a steam train, a sleeping cat,
a glass of tea, a mountain hut, a fishing boat, a beekeeper, a girl with an umbrella, an owl, a bicycle
courier, a vintage car, a lone cyclist, a potter at the wheel, an orchid, a chess player, a sailboat,
a horse, a baker at dawn, a diver, a moth, a brass telescope, a greenhouse, a violin maker, a tram, a
hot air balloon, a stack of books, a wolf, a lemon tree, a swimmer, a porcelain cup, a windmill, a
mechanic, a whale, a tailor, a snow leopard, a marble statue, a ferry, a child in a yellow raincoat,
a carpenter, a deer, a jazz trio, a lantern, an otter, a rusted robot, a ballerina, a ceramic bowl,
a hummingbird, an ancient oak, a market stall, a drummer, a pair of hands, a jellyfish, a samurai,
a carousel, a bowl of ramen, a crow, a submarine, a tortoise, a spaceship, a perfume bottle, a sneaker`)
const doing =
  split(`standing still, looking back over the shoulder, crossing an empty square, drifting
slowly, waiting for the rain to end, half hidden in fog, reflected in a puddle, turning towards the
light, seen from above, leaning against a wall, moving through tall grass, floating in mid air,
listening to something far away, surrounded by fireflies, reading a letter, running along the shore,
resting on a windowsill, framed by a doorway, rising out of the water, sharing a meal, climbing a
spiral staircase, covered in fresh snow, caught in a gust of wind, lit by a single candle`)
const where = split(`on a beach at low tide, in a pine forest, under a railway bridge, in a quiet
courtyard, on the roof of a high building, at the edge of a desert, in a flooded cathedral, beside a
frozen lake, in a crowded night market, in a small kitchen, on an island of black rock, in an
abandoned theatre, between wheat fields, in a narrow alley, at the foot of a glacier, in a greenhouse
full of ferns, on a cobbled street, inside a clock tower, in a bamboo grove, on a suspension bridge,
in a library without a roof, near a waterfall, in a subway station, on a rooftop garden, in a salt
flat, in the harbour, by an open window, in a vineyard, in an orbital station, in a mangrove swamp`)
const light =
  split(`soft morning light, golden hour, blue hour, hard noon sun, moonlight, neon glow,
overcast sky, light from a single window, candlelight, backlit by the setting sun, volumetric light,
stormy sky, warm lamplight, cold fluorescent light, dappled shade, northern lights, the first light
of day, light through stained glass, rim light, silhouettes against a bright sky`)
const style =
  split(`35mm film, watercolour on rough paper, ink and wash, cinematic still, oil on canvas,
macro photograph, long exposure, polaroid, charcoal drawing, isometric illustration, risograph print,
paper cut-out, claymation, documentary photograph, editorial portrait, matte painting, pixel art, manga
page, product photograph, woodcut, architectural render, anime frame, linocut, double exposure,
studio photograph, black and white, pastel palette, muted colours, high contrast, fine grain`)
const camera =
  split(`slow push in, wide angle, close-up, shallow depth of field, drone shot, handheld,
locked-off camera, tracking shot, tilt up, dolly zoom, from a low angle, bird's-eye view, slow pan to
the left, 85mm lens, anamorphic flare, over the shoulder, orbiting shot, centred composition, rule of
thirds, symmetrical framing`)
const detail =
  split(`with dust in the air, with steam rising, every leaf in focus, wet asphalt, peeling
paint, threads of gold, torn posters in the background, distant mountains, a single red balloon, long
shadows, small ripples on the water, birds in the distance, visible brush strokes, raindrops on glass,
a faint smile, worn leather, sparks, hand-lettered signs, moss between the stones, a cracked mirror,
drifting petals, tangled cables, soft bokeh, an open suitcase, smoke from a chimney, patterned tiles,
crumpled paper, scattered leaves, chipped enamel, a thin crescent moon`)
const change =
  split(`make it evening, replace the sky, remove the people in the background, add snow,
turn it into a watercolour, change the coat to deep green, warmer colours, add a dog beside the door,
clean up the wall, make it look like the seventies, swap the flowers for tulips, more contrast, put a
lantern in the window, set it in autumn, make the water calm, add soft fog`)
const onward =
  split(`the camera goes on to the right, the wind picks up, the lights go out one by one,
it starts to rain, the door opens, night falls, the crowd parts, a bird flies through the frame,
the train leaves, she turns and walks away, the waves come closer, the snow begins to melt`)
const others = split(`un zorro en la nieve, ein Fuchs im Schnee, café au lait à Orléans, 雪の中の狐,
夜市里的灯笼, Zażółć gęślą jaźń, naïve façade, über den Dächern, sjøen om natten, кот на крыше`)
const openings = split(
  'ka, be, ro, ta, mi, no, sel, dor, va, ly, or, hel, bran, tis, mar, eu, fen, gal',
)
const endings = split(
  'nna, rick, dor, lia, wen, th, mond, sa, veld, ris, no, mar, ster, lund, bek, ia',
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Sentences like those that people write for pictures and clips, from six words to a page. */
export function createPromptWriter(chance: Chance) {
  const name = () =>
    capital(
      `${chance.of(openings)}${chance.is(0.5) ? chance.of(openings) : ''}${chance.of(endings)}`,
    )

  function sentence(): string {
    const parts = [`${chance.early(who)} ${chance.of(doing)}`]
    if (chance.is(0.8)) parts[0] += ` ${chance.of(where)}`
    if (chance.is(0.12)) parts[0] += ` of ${name()}`
    if (chance.is(0.7)) parts.push(chance.early(light))
    if (chance.is(0.5)) parts.push(chance.of(detail))
    if (chance.is(0.65)) parts.push(chance.early(style))
    if (chance.is(0.45)) parts.push(chance.of(camera))
    if (chance.is(0.2)) parts.push(chance.of(detail))
    return parts.join(', ')
  }

  return {
    fresh(): string {
      if (chance.is(0.01)) return `${chance.of(others)}, ${sentence()}`
      if (chance.is(0.03)) {
        const count = 3 + chance.below(5)
        return `${Array.from({ length: count }, () => capital(sentence())).join('. ')}.`
      }
      return chance.is(0.5) ? capital(sentence()) : sentence()
    },
    change: () =>
      chance.is(0.3) ? `${chance.of(change)}, ${chance.of(light)}` : chance.of(change),
    onward: () => `${chance.of(onward)}, ${chance.of(camera)}`,
    note: () => `${capital(chance.of(detail))}. ${chance.is(0.5) ? `For ${name()}.` : ''}`.trim(),
  }
}
