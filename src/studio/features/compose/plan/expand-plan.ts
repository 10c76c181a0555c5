import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import type { Price } from '#contract/price.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { Violation } from '#contract/rule.ts'
import { check, checkRequest, refuses } from '#contract/rules.ts'
import { priceOfDraft } from '../price-of-draft.ts'
import { type SettingPath, withSetting, withValue } from '../setting.ts'
import { type Alternative, alternativeCount, alternativesOf } from './alternatives.ts'
import { axesOf } from './axes.ts'
import { type Plan, setLimit } from './plan.ts'
import { settingWords, valueWords } from './setting-words.ts'
import { totalPrice, type TotalPrice } from './total-price.ts'

/** How one of a set differs from the others. */
type ItemLabel = { name: string; value: string }

export type PlanItem = {
  draft: Draft
  /** The prompt with the places where it was chosen. */
  prompt: Alternative
  labels: readonly ItemLabel[]
  /** `null`: it cannot be sent, because it breaks a rule or something is not filled in yet. */
  request: GenerationRequest | null
  /** Rules that it breaks, or, when it may be sent, what is doubtful about it. */
  violations: readonly Violation[]
  isRefused: boolean
  price: Price | null
}

/** Something that multiplies: how often, and what several of it are called. */
export type Factor = { kind: 'prompt' | 'axis' | 'target' | 'times'; name: string; count: number }

export type Expansion = {
  /** The first of them, up to the limit. */
  items: readonly PlanItem[]
  /** How many there are; may be beyond the limit, and beyond numbers. */
  total: number
  isOver: boolean
  /** Those of more than one. */
  factors: readonly Factor[]
  /** Of the items that break no rule. */
  price: TotalPrice
}

type Step = { draft: Draft; labels: readonly ItemLabel[] }
type Stage = Factor & { at: (index: number) => (step: Step) => Step }

const labelled = (step: Step, draft: Draft, count: number, label: ItemLabel): Step => ({
  draft,
  labels: count > 1 ? [...step.labels, label] : step.labels,
})

function axisStages(draft: Draft, plan: Plan): Stage[] {
  const possible = axesOf(draft.type)
  return plan.axes
    .filter(({ path, values }) => values.length && possible.some((axis) => axis.path === path))
    .map(({ path, values }) => {
      const setting = path as SettingPath
      const { one, many } = settingWords(setting)
      return {
        kind: 'axis',
        name: many,
        count: values.length,
        at: (index) => (step) => {
          const value = values[index] ?? ''
          const label = { name: one, value: valueWords(setting, value) }
          return labelled(step, withSetting(step.draft, setting, value), values.length, label)
        },
      }
    })
}

/** The draft's own shape first, then the further ones, each with its own rectangle. */
function targetStage(draft: Draft, { targets }: Plan): Stage {
  const count = draft.type === 'video_reframe' ? 1 + targets.length : 1
  const at: Stage['at'] = (index) => (step) => {
    const target = targets[index - 1]
    const name = 'Ratio'
    if (!target)
      return labelled(step, step.draft, count, { name, value: step.draft.aspect_ratio ?? 'None' })
    const shaped = withSetting(step.draft, 'aspect_ratio', target.aspect_ratio)
    const placed = withValue(shaped, 'video.source_position', target.source_position)
    return labelled(step, placed, count, { name, value: target.aspect_ratio })
  }
  return { kind: 'target', name: 'shapes', count, at }
}

function promptStage(draft: Draft): { stage: Stage; alternatives: Alternative[] } {
  const count = alternativeCount(draft.prompt)
  const alternatives = alternativesOf(draft.prompt, setLimit)
  const at: Stage['at'] = (index) => (step) => {
    const { text, spans } = alternatives[index] as Alternative
    const words = spans.map(({ start, end }) => text.slice(start, end) || 'nothing')
    const label = { name: 'Prompt', value: words.join(', ') }
    return labelled(step, { ...step.draft, prompt: text }, count, label)
  }
  return { stage: { kind: 'prompt', name: 'prompts', count, at }, alternatives }
}

const timesStage = ({ times }: Plan): Stage => ({
  kind: 'times',
  name: 'times',
  count: Math.max(1, times),
  at: (index) => (step) =>
    labelled(step, step.draft, times, { name: 'Run', value: String(index + 1) }),
})

/** Which of each stage makes the `index`-th item; the last stage turns fastest. */
function placesOf(stages: readonly Stage[], index: number): number[] {
  const places: number[] = []
  let rest = index
  for (const { count } of stages.toReversed()) {
    places.unshift(rest % count)
    rest = Math.floor(rest / count)
  }
  return places
}

const maybeEmpty = new Set(['prompt_missing', 'source_required', 'aspect_ratio_required'])

/** What stands at the draft's own fields already, and need not be said of every item. */
const isSaid = (violation: Violation, own: readonly Violation[]) =>
  (!refuses(violation) || maybeEmpty.has(violation.code)) &&
  own.some(({ code, path }) => code === violation.code && path === violation.path)

type Terms = { factsOf: FactsOf; own: readonly Violation[] }

function judged(step: Step, prompt: Alternative, { factsOf, own }: Terms): PlanItem {
  const checked = checkRequest(step.draft, factsOf)
  const { request } = checked
  const told = request ? checked.warnings : checked.violations.filter(refuses)
  const violations = told.filter((violation) => !isSaid(violation, own))
  const isRefused = !request && violations.length > 0
  const price = isRefused ? null : priceOfDraft(step.draft, factsOf)
  return { ...step, prompt, request, violations, isRefused, price }
}

/**
 * All that one submission makes: prompts × compared settings × shapes × times. No two are taken
 * for one; beyond the limit they are counted, not made.
 */
export function expandPlan(draft: Draft, plan: Plan, factsOf: FactsOf): Expansion {
  const { stage, alternatives } = promptStage(draft)
  const stages = [stage, ...axisStages(draft, plan), targetStage(draft, plan), timesStage(plan)]
  const terms = { factsOf, own: check(draft, factsOf) }
  const total = stages.reduce((product, { count }) => product * count, 1)
  const items = Array.from({ length: Math.min(total, setLimit) }, (_, index) => {
    const places = placesOf(stages, index)
    const start: Step = { draft, labels: [] }
    const step = stages.reduce((made, { at }, place) => at(places[place] ?? 0)(made), start)
    return judged(step, alternatives[places[0] ?? 0] as Alternative, terms)
  })
  return {
    items,
    total,
    isOver: total > setLimit,
    factors: stages
      .filter(({ count }) => count > 1)
      .map(({ kind, name, count }) => ({ kind, name, count })),
    price: totalPrice(items.filter(({ isRefused }) => !isRefused).map(({ price }) => price)),
  }
}
