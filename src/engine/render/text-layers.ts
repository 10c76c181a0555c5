import { loadTextSprite } from '#engine/scene/text-sprite.ts'
import type { Layer, Sprite } from './layer.ts'
import type { Picture } from './picture.ts'

/** Sets the prompt's quoted words in the picture: a lit sign by night, else printed with shade. */
export async function addText(picture: Picture): Promise<void> {
  const { stage } = picture
  const { spec } = stage
  if (!spec.text) return
  const wide = Math.min(stage.halfW * 2 * (spec.text.length > 14 ? 0.8 : 0.56), 1.9)
  const type = await loadTextSprite(spec.text, wide / stage.px)
  const step = wide / type.width
  const tall = type.height * step
  const shrink = Math.min(1, (0.24 * (stage.top + stage.bottom)) / tall)
  const dark = stage.night > 0.5 || spec.styles.includes('neon') || spec.family === 'space'
  const middle = dark ? stage.top * 0.42 : -stage.bottom + 0.13 * (stage.top + stage.bottom)
  const place = (colour: readonly number[], alpha: number, shift: number): Sprite => {
    const texels = new Uint16Array(type.width * type.height * 4)
    type.alpha.forEach((a, i) => {
      const k = (a / 255) * alpha * 8192
      for (let c = 0; c < 3; c++) texels[i * 4 + c] = Math.min(32_767, (colour[c] ?? 0) * k)
      texels[i * 4 + 3] = k
    })
    return {
      width: type.width,
      height: type.height,
      texels,
      left: (-wide / 2) * shrink + shift,
      top: middle + (tall / 2) * shrink - shift,
      step: step * shrink,
    }
  }
  const { accent } = spec.palette
  const peak = Math.max(...accent, 0.01)
  const ink = dark
    ? accent.map((c) => 0.5 + (2.4 * c) / peak)
    : accent.map((c) => 1.15 + (0.35 * c) / peak)
  const layers: Layer[] = [
    { shader: -1, near: 0.3, front: true, sprite: place([0, 0, 0], dark ? 0.5 : 0.6, 0.0045) },
    {
      shader: -1,
      near: 0.3,
      front: true,
      sprite: place(ink, 1, 0),
      ...(dark && { flicker: { depth: 0.12, hz: 1.3 } }),
    },
  ]
  picture.layers.push(...layers)
}
