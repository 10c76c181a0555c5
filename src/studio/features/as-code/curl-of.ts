import { type FileBytes, jsonSyntax, literal } from './literal.ts'
import type { WireWithFiles } from './wire-with-files.ts'

const address = 'https://agents.lumalabs.ai/v1/generations'

/** Bytes one word of a command may have on Linux are 128 KiB; beyond, the body is piped. */
const wordLimit = 100_000

const shellWord = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

const headers = [
  `curl ${address}`,
  '--header "Authorization: Bearer $LUMA_AGENTS_API_KEY"',
  "--header 'Content-Type: application/json'",
]

/** A sign that the rest of the body does not hold, to cut it where a file goes in. */
function markFor(wire: unknown) {
  const plain = literal(wire, jsonSyntax)
  let mark = '@'
  while (plain.includes(mark)) mark += '@'
  return mark
}

/** POSIX shell, nothing but curl and base64; a file is streamed into the body where it belongs. */
export function curlOf({ wire, files }: WireWithFiles): string {
  const mark = markFor(wire)
  const order: FileBytes[] = []
  const bytes = (file: FileBytes) => {
    order.push(file)
    return `"${mark}"`
  }
  const body = literal(wire, { ...jsonSyntax, bytes })
  if (files.length === 0 && body.length < wordLimit) {
    return [...headers, `--data ${shellWord(body)}`].join(' \\\n  ')
  }
  const pieces = body.split(mark).flatMap((piece, index) => {
    const file = order[index]
    const words = `  printf '%s' ${shellWord(piece)}`
    return file ? [words, `  base64 < ${file.name} | tr -d '\\n'`] : [words]
  })
  const post = [...headers, '--data-binary @-'].join(' \\\n  ')
  return `{\n${pieces.join('\n')}\n} | ${post}`
}
