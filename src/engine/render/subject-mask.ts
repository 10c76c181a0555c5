import { plainMask, type SoftMask } from '../reading/soft-mask.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import { loadSubjectSprite } from '../scene/subject-sprite.ts'

const sidePx = 1024

/** Exactly where the subjects of a painted scene stand. */
export async function subjectMask(
  spec: SceneSpec,
  size: { width: number; height: number },
): Promise<SoftMask> {
  const scale = Math.min(1, sidePx / Math.max(size.width, size.height))
  const width = Math.max(2, Math.round(size.width * scale))
  const height = Math.max(2, Math.round(size.height * scale))
  const short = Math.min(width, height)
  const base = new Float32Array(width * height)
  const groundless = ['space', 'underwater', 'abstract'].includes(spec.family)
  for (const subject of spec.subjects) {
    const grown = spec.family === 'portrait' ? 1.25 : 1
    const tall = Math.max(8, Math.round(Math.min(subject.size * grown, 1.6) * short))
    const figure = await loadSubjectSprite(subject.icon, tall)
    const hangs = subject.stance === 'flies' || subject.stance === 'swims' || groundless
    const left = Math.round(subject.x * width - figure.width / 2)
    const top = Math.round(subject.y * height - (hangs ? figure.height / 2 : figure.height))
    for (let y = Math.max(0, top); y < Math.min(height, top + figure.height); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, left + figure.width); x++) {
        const i = subject.mirrored ? figure.width - 1 - (x - left) : x - left
        const a = (figure.rgba[((y - top) * figure.width + i) * 4 + 3] ?? 0) / 255
        base[y * width + x] = Math.max(base[y * width + x]!, a)
      }
    }
  }
  return plainMask(width, height, base)
}
