import { lightSteps, lightTables } from '../hdr/light-curve.ts'
import { filmExposure } from './look.ts'
import type { Picture } from './picture.ts'
import { sceneParams } from './scene-params.ts'
import type { Sheet } from './sheet.ts'

/** Writes what is not painted by kernels: numbers, tone tables, lights and ready sprites. */
export function fillMemory(memory: WebAssembly.Memory, picture: Picture, sheet: Sheet): void {
  const { buffer } = memory
  new Float32Array(buffer, sheet.params, 256).set(sceneParams(picture, sheet.view))
  new Int32Array(buffer, sheet.claims, 16).fill(0)
  if (sheet.light) {
    const grade = { ...sheet.look, exposure: filmExposure(sheet.look) }
    new Uint16Array(buffer, sheet.light, 3 * lightSteps).set(lightTables(grade))
  }
  const glows = new Float32Array(buffer, sheet.glows, picture.glows.length * 10)
  picture.glows.forEach((g, i) => {
    const shape = g.shape === 'disc' ? 1 : 0
    glows.set([g.x, g.y, g.near, g.radius, ...g.colour, g.flicker, shape, i], i * 10)
  })
  const order = [
    ...picture.layers.filter((l) => !l.front),
    ...picture.layers.filter((l) => l.front),
  ]
  order.forEach(({ sprite }, k) => {
    const layer = sheet.layers[k]
    if (!sprite || !layer) return
    new Uint16Array(buffer, layer.texture, sprite.texels.length).set(sprite.texels)
    const notes = new Int32Array(buffer, layer.rows, sprite.height * 3)
    for (let j = 0; j < sprite.height; j++) {
      let first = sprite.width
      let last = -1
      for (let i = 0; i < sprite.width; i++) {
        if (!sprite.texels[(j * sprite.width + i) * 4 + 3]) continue
        first = Math.min(first, i)
        last = i
      }
      notes.set([first, last, 0], j * 3)
    }
  })
}
