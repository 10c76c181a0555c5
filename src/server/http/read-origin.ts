import { type Origin, origin } from '#contract/family.ts'
import { ProblemError } from '../problem-error.ts'

/** The header `Dailies-Origin: <id>;<step>`: whose words and settings a submission has. */
export function readOrigin(header: string | undefined): Origin | undefined {
  if (header === undefined) return undefined
  const [id, step] = header.split(';').map((part) => part.trim().toLowerCase())
  const parsed = origin.safeParse({ id, step })
  if (parsed.success) return parsed.data
  const detail = 'Write whose settings these are as <id>;again, <id>;settings or <id>;final.'
  throw new ProblemError('shape', detail, { path: 'origin' })
}
