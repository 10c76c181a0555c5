import type { Family, Subject } from './scene-spec.ts'
import type { AskedSubject } from './subjects-asked.ts'

type Stance = Subject['stance']

const rooted = new Set([
  'building',
  'lighthouse',
  'tree',
  'flower',
  'furniture',
  'tent',
  'desert_plant',
])
const upright =
  /^(?:candle|amphora|camera|light-bulb|.*clock|hourglass.*|umbrella|crystal-ball|crown|.*scope|radio|television|laptop|handbag|high-heeled-shoe|lipstick|teddy-bear|chess-pawn|red-paper-lantern|trophy|wrapped-gift|mirror-ball|joystick|luggage|lotion-bottle|fire|postbox|harp|saxophone|trumpet|drum|.*microphone|birthday-cake|ice-cream|soft-ice-cream|cupcake|jar|bell)$/
const waterfowl = /^(?:duck|swan|goose)$/
const afloat = /-(?:surfing|swimming|rowing-boat)/

/** How a thing meets the place it is put in: a boat is stranded ashore, a whale flies in space. */
export function stanceIn(family: Family, { kind, kindName, icon, motion }: AskedSubject): Stance {
  const own = motion ?? (upright.test(icon) ? 'stands' : kind.stance)
  if (family === 'space' || family === 'abstract') return 'flies'
  if (family === 'underwater') return rooted.has(kindName) ? 'stands' : 'swims'
  if (family === 'sea') {
    if (own === 'swims' || afloat.test(icon) || waterfowl.test(icon)) return 'floats'
    return own === 'lies' ? 'floats' : own
  }
  if (family === 'portrait') return 'stands'
  const room = family === 'still_life' || family === 'interior'
  if (own === 'floats') return room ? 'stands' : 'lies'
  if (own === 'swims') return room ? 'lies' : 'flies'
  if (own === 'flies' && room)
    return kindName === 'insect' || kindName === 'celestial' ? 'flies' : 'stands'
  return own
}
