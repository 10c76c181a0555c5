import { city } from './city'
import { desert } from './desert'
import { forest } from './forest'
import { interior } from './interior'
import { landscape } from './landscape'
import { portrait } from './portrait'
import { sea } from './sea'
import { space } from './space'
import { stillLife } from './still-life'
import { underwater } from './underwater'

/** One point of one layer of one family: leaves its colour in the ink. */
export function shade(family: i32, layer: i32, x: f32, y: f32): void {
  switch (family) {
    case 1:
      sea(layer, x, y)
      break
    case 2:
      desert(layer, x, y)
      break
    case 3:
      forest(layer, x, y)
      break
    case 4:
      city(layer, x, y)
      break
    case 5:
      interior(layer, x, y)
      break
    case 6:
      stillLife(layer, x, y)
      break
    case 7:
      portrait(layer, x, y)
      break
    case 8:
      space(layer, x, y)
      break
    case 9:
      underwater(layer, x, y)
      break
    default:
      landscape(layer, x, y)
  }
}
