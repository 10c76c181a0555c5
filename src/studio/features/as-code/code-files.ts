import type { Draft } from '#contract/draft.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { refsOf } from '#contract/refs-of.ts'
import { refKey } from '../../media/media-words.ts'
import { ordinalWords } from '../../media/ordinal-words.ts'

/**
 * How a reference is said where this server is not: by the upstream's own id, or as a file whose
 * bytes lie at `address` here. `undefined`: not known yet.
 */
export type Named =
  { generation_id: string } | { file: { media_type: string; address: string } } | undefined
export type NameOf = (ref: MediaRef) => Named

/** A file that the code reads, named after its place. */
export type CodeFile = { name: string; media_type: string; address: string | null; path: string }

const endings: Record<string, string> = { jpeg: 'jpg', quicktime: 'mov' }

function endingOf(mediaType: string) {
  const kind = mediaType.split('/').at(-1) ?? ''
  return endings[kind] ?? (/^[a-z0-9]+$/.test(kind) ? kind : 'bin')
}

function placeName(path: string, draft: Draft): string {
  const at = Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0)
  if (path.startsWith('image_ref')) return ordinalWords(at).replace(' ', '-')
  if (path.startsWith('video.keyframes')) return `keyframe-${draft.video?.keyframes?.[at]?.frame}`
  if (path.startsWith('video.edit')) return `keyframe-${draft.video?.edit?.keyframes?.[at]?.frame}`
  return path.replace('video.', '').replaceAll('_', '-')
}

/** The files a draft needs outside, each once, by the reference they stand for. */
export function filesOf(draft: Draft, nameOf: NameOf): Map<string, CodeFile> {
  const files = new Map<string, CodeFile>()
  const taken = new Set<string>()
  for (const { path, ref, holds } of refsOf(draft)) {
    const isOurs = 'upload_id' in ref || 'generation_id' in ref
    const named = nameOf(ref)
    if (!isOurs || files.has(refKey(ref)) || (named && 'generation_id' in named)) continue
    const mediaType = named?.file.media_type ?? (holds === 'video' ? 'video/mp4' : 'image/png')
    const stem = placeName(path, draft)
    let name = `${stem}.${endingOf(mediaType)}`
    for (let n = 2; taken.has(name); n++) name = `${stem}-${n}.${endingOf(mediaType)}`
    taken.add(name)
    const address = named?.file.address ?? null
    files.set(refKey(ref), { name, media_type: mediaType, address, path })
  }
  return files
}
