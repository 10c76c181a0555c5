import type * as z from 'zod/mini'
import { shapeViolation } from '#contract/rules.ts'
import { ProblemError } from '../problem-error.ts'
import { readJson } from './read-json.ts'

/** What zod/mini says when a check brought no words of its own. */
const noWords = 'Invalid input'

/** The JSON of a request as `schema` wants it. @throws ProblemError with the path */
export async function readBody<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await readJson(request))
  if (parsed.success) return parsed.data
  const violations = parsed.error.issues.map((issue) => {
    const { code, path, reason } = shapeViolation(issue)
    return { code, path, reason: issue.message === noWords ? reason : issue.message }
  })
  const [first] = violations
  throw new ProblemError('shape', first?.reason ?? '', {
    ...(first?.path && { path: first.path }),
    violations,
  })
}
