import type { ClipRow, ExtensionRows } from '../store/extension-rows.ts'

const mostClips = 100

/** The chain of extensions through a clip, as it plays. */
export async function playingOrder(
  { before, after }: Pick<ExtensionRows, 'before' | 'after'>,
  clip: ClipRow,
): Promise<ClipRow[]> {
  const seen = new Set([clip.seq])
  async function walk(next: (seq: number) => Promise<ClipRow | undefined>) {
    const found: ClipRow[] = []
    for (let at = await next(clip.seq); at && !seen.has(at.seq); at = await next(at.seq)) {
      if (seen.size >= mostClips) break
      seen.add(at.seq)
      found.push(at)
    }
    return found
  }
  const earlier = await walk(before)
  const later = await walk(after)
  return [...earlier.toReversed(), clip, ...later]
}
