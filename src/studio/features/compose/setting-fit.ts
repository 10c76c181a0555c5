import type { Draft } from '#contract/draft.ts'
import type { Violation } from '#contract/rule.ts'
import { check, refuses } from '#contract/rules.ts'
import { type SettingPath, valueAt, withSetting } from './setting.ts'

type Choice = { value: string; label: string }

const refusalsOf = (draft: Draft) =>
  check(draft).filter((violation) => refuses(violation) && violation.path !== 'prompt')

export type SettingFit = {
  /** Why a choice would be refused with the rest as it is, by its value. */
  unavailable: ReadonlyMap<string, string>
  /** The breach at another field that another choice here would mend, in words. */
  clash: string | undefined
}

/** How the choices of one setting go with the rest of the draft, by trying each of them. */
export function settingFit(
  draft: Draft,
  path: SettingPath,
  choices: readonly Choice[],
): SettingFit {
  const tried = choices.map((choice) => ({
    ...choice,
    refusals: refusalsOf(withSetting(draft, path, choice.value)),
  }))
  const dependsOnChoice = ({ code }: Violation) =>
    tried.some(({ refusals }) => refusals.every((refusal) => refusal.code !== code))

  const unavailable = new Map<string, string>()
  for (const { value, refusals } of tried) {
    const refusal = refusals.find(dependsOnChoice)
    if (refusal) unavailable.set(value, refusal.reason)
  }
  const chosen = tried.find(({ value }) => value === (valueAt(draft, path) ?? ''))
  const elsewhere = chosen?.refusals.find(
    (refusal) => refusal.path !== path && dependsOnChoice(refusal),
  )
  const clash =
    elsewhere && `${chosen?.label} does not go with ${String(valueAt(draft, elsewhere.path))}.`
  return { unavailable, clash }
}
