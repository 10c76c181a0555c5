/** The fields that a value has and another has not, by their dotted path. `null` says absent. */
export function lostFields(before: unknown, after: unknown, path = ''): string[] {
  if (before === null || before === undefined) return []
  if (after === undefined || after === null) return [path]
  if (typeof before !== 'object') return before === after ? [] : [path]
  return Object.entries(before).flatMap(([key, value]) => {
    const further = Array.isArray(before) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    return lostFields(value, (after as Record<string, unknown>)[key], further)
  })
}
