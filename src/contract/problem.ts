import * as z from 'zod/mini'

/** Every way in which this server refuses, with its HTTP status. */
export const problems = {
  not_json: 400,
  shape: 422,
  rule: 422,
  inline_data: 422,
  id_missing: 400,
  same_id_other_body: 409,
  not_held: 409,
  not_settled: 409,
  not_cancellable: 409,
  not_confirmed: 409,
  other_world: 409,
  name_taken: 409,
  too_many: 409,
  not_found: 404,
  forbidden: 403,
  password_needed: 401,
  media_type: 415,
  too_large: 413,
  media_broken: 422,
  range: 416,
  disk_full: 507,
  internal: 500,
} as const
export type ProblemCode = keyof typeof problems

/** Problem details (RFC 9457). `path` names the field of the request in dotted form. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string(),
  path: z.optional(z.string()),
  /** All breaches, when there are several. */
  violations: z.optional(
    z.array(z.object({ code: z.string(), path: z.string(), reason: z.string() })),
  ),
})
export type Problem = z.infer<typeof problem>
