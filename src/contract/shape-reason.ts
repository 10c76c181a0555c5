import type * as z from 'zod/mini'

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** What is wrong with the shape of a value, as a sentence; zod/mini carries no words of its own. */
export function shapeReason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${kinds[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `Choose one of ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `'${issue.keys[0]}' is not a field of a request.`
    case 'invalid_union':
      return 'Name one upload_id, one generation_id, or one url.'
    case 'invalid_format':
      return `This must be a ${issue.format}.`
    default:
      return 'This is not valid here.'
  }
}
