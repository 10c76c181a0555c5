import type { Draft } from '#contract/draft.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { encodeRequest, type WireRequest } from '#contract/wire.ts'
import type { WireRef } from '#contract/wire-ref.ts'
import { refKey } from '../../media/media-words.ts'
import { type CodeFile, filesOf, type NameOf } from './code-files.ts'
import { FileBytes } from './literal.ts'

/** A request as it would go to Luma from anywhere, with `FileBytes` where a file is read. */
export type WireWithFiles = { wire: WireRequest; files: CodeFile[] }

/** What only this server knows, an upload or a picture made here, travels as the file it is. */
export function wireWithFiles(draft: Draft, nameOf: NameOf): WireWithFiles {
  const files = filesOf(draft, nameOf)
  const wire = encodeRequest(draft as GenerationRequest, (ref) => {
    const file = files.get(refKey(ref))
    if (file) {
      const data = new FileBytes(`./${file.name}`) as unknown as string
      return { data, media_type: file.media_type }
    }
    const named = nameOf(ref)
    return named && 'generation_id' in named ? named : (ref as WireRef)
  })
  return { wire, files: [...files.values()] }
}

/** The same request with this studio's own ids, which is what fills its form again. */
export const wireHere = (draft: Draft): WireRequest =>
  encodeRequest(draft as GenerationRequest, (ref) => ref as WireRef)
