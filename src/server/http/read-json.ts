import { ProblemError } from '../problem-error.ts'

const limitBytes = 1024 * 1024

const tooLarge = () => new ProblemError('too_large', 'A request may have up to 1 MB of JSON.')

/** So that whoever walks through it cannot run out of stack. */
const isTooDeep = (value: unknown, levels = 32): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isTooDeep(each, levels - 1)))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('not_json', 'The body could not be read as JSON.')
  }
}

/** The JSON of a request, read up to 1 MB. @throws ProblemError */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new ProblemError('media_type', 'Send application/json.')
  }
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  const value = parse(Buffer.concat(chunks).toString())
  if (isTooDeep(value)) throw new ProblemError('shape', 'The body is nested too deeply.')
  return value
}
