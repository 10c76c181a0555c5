import type { Draft } from '#contract/draft.ts'
import type { CodeFile, NameOf } from './code-files.ts'
import { curlOf } from './curl-of.ts'
import { jsonSyntax, literal } from './literal.ts'
import { pythonOf } from './python-of.ts'
import { typescriptOf } from './typescript-of.ts'
import { wireHere, wireWithFiles } from './wire-with-files.ts'

export const languages = ['curl', 'python', 'typescript', 'json'] as const
export type Language = (typeof languages)[number]

type Code = Record<Language, string> & {
  /** What must lie beside the code: nobody else can fetch it from here. */
  files: CodeFile[]
}

/** A request in the words of those who would send it themselves. Never the key. */
export function codeOf(draft: Draft, { nameOf }: { nameOf: NameOf }): Code {
  const outside = wireWithFiles(draft, nameOf)
  return {
    curl: curlOf(outside),
    python: pythonOf(outside, draft),
    typescript: typescriptOf(outside, draft),
    json: literal(wireHere(draft), jsonSyntax),
    files: outside.files,
  }
}
