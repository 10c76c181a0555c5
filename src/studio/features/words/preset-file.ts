import * as z from 'zod/mini'
import { draft } from '#contract/draft.ts'
import { type Preset, type PresetInput, presetInput } from '#contract/preset.ts'
import { dotted } from '#contract/rules.ts'
import { shapeReason } from '#contract/shape-reason.ts'

const kind = 'dailies presets'
const version = 1

const file = z.object({
  kind: z.literal(kind),
  version: z.int(),
  presets: z.array(z.unknown()),
})

/** What is wrong with one preset of a file, or (`preset: null`) with all of it. */
export type FileProblem = { preset: string | null; path: string; reason: string }

type PresetFile = { found: PresetInput[]; problems: FileProblem[] }

/** Presets as a file for another studio; ids and dates stay here. */
export const writePresetFile = (presets: readonly Preset[]) =>
  `${JSON.stringify(
    {
      kind,
      version,
      presets: presets.map(({ name, draft: settings, plan }) => ({ name, draft: settings, plan })),
    },
    null,
    2,
  )}\n`

const unreadable = (reason: string): PresetFile => ({
  found: [],
  problems: [{ preset: null, path: '', reason }],
})

function nameOf(value: unknown, index: number) {
  const named = z.object({ name: z.string().check(z.minLength(1)) }).safeParse(value)
  return named.success ? named.data.name : `Preset ${index + 1}`
}

/** Zod's own words where the contract gave some, ours where it gave none. */
function reasonOf(issue: z.core.$ZodIssue) {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return shapeReason(issue)
  return issue.message.startsWith('Invalid') ? shapeReason(issue) : issue.message
}

function problemsOf(value: unknown, preset: string): FileProblem[] {
  const parsed = presetInput.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    preset,
    path: dotted(issue.path),
    reason: reasonOf(issue),
  }))
}

/** Reads a file of presets: those that are sound, and what is wrong with the others. Never throws. */
export function readPresetFile(text: string): PresetFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return unreadable('This file is not JSON.')
  }
  const parsed = file.safeParse(value)
  if (!parsed.success) {
    return draft.safeParse(value).success
      ? unreadable('This is a single request. Paste it under “As code” instead.')
      : unreadable('This is not a file of presets from this studio.')
  }
  if (parsed.data.version > version) {
    return unreadable('This file was written by a newer version. Update this one first.')
  }
  if (parsed.data.presets.length === 0) return unreadable('There is no preset in this file.')
  const problems: FileProblem[] = []
  const found: PresetInput[] = []
  for (const [index, each] of parsed.data.presets.entries()) {
    const own = problemsOf(each, nameOf(each, index))
    if (own.length) problems.push(...own)
    else found.push(presetInput.parse(each))
  }
  return { found, problems }
}
