import type { SceneReading } from '../reading/read-scene.ts'
import { boxBlur } from '../scene/box-blur.ts'
import { loadTextSprite } from '../scene/text-sprite.ts'
import type { Paste } from './ops/paste.ts'
import type { EditAsked } from './read-edit.ts'
import type { Step } from './step.ts'

const middles = { top: 0.14, middle: 0.5, bottom: 0.86 } as const

const flat = (value: number, w: number, h: number) => new Uint8Array(w * h * 3).fill(value)

function levelAt({ planes }: SceneReading, top: number, bottom: number): number {
  const { width, height, lightness } = planes
  const from = Math.floor(Math.max(0, top) * height) * width
  const to = Math.max(from + width, Math.ceil(Math.min(1, bottom) * height) * width)
  return lightness.slice(from, to).reduce((a, b) => a + b, 0) / Math.max(1, to - from)
}

/** Sets words as type over the picture: light on dark or dark on light, with a soft shade around. */
export async function setText(
  size: { width: number; height: number },
  reading: SceneReading,
  text: NonNullable<EditAsked['text']>,
): Promise<Step[]> {
  const { width, height } = size
  const share = text.side === 'centre' ? (text.words.length > 14 ? 0.82 : 0.6) : 0.44
  const type = await loadTextSprite(text.words, Math.min(width * share, height * 1.4))
  const left =
    text.side === 'centre'
      ? Math.round((width - type.width) / 2)
      : Math.round(text.side === 'left' ? width * 0.05 : width * 0.95 - type.width)
  const wanted = Math.round(height * middles[text.place] - type.height / 2)
  const top = Math.max(2, Math.min(height - type.height - 2, wanted))
  const bright = levelAt(reading, top / height, (top + type.height) / height) > 0.8
  const pad = Math.max(2, Math.round(type.height * 0.22))
  const [w, h] = [type.width + 2 * pad, type.height + 2 * pad]
  const shade = new Float32Array(w * h)
  for (let y = 0; y < type.height; y++) {
    for (let x = 0; x < type.width; x++) {
      shade[(y + pad) * w + x + pad] = type.alpha[y * type.width + x]! * 0.6
    }
  }
  const soft = boxBlur(shade, w, h, Math.max(1, pad / 5))
  const around: Paste = {
    do: 'paste',
    left: left - pad,
    top: top - pad,
    width: w,
    height: h,
    rgb: flat(bright ? 255 : 0, w, h),
    alpha: Uint8Array.from(soft),
  }
  const ink: Paste = {
    do: 'paste',
    left,
    top,
    width: type.width,
    height: type.height,
    rgb: flat(bright ? 24 : 250, type.width, type.height),
    alpha: type.alpha,
  }
  return [around, ink]
}
