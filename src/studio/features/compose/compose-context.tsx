import { createContext, type ReactNode, useContext } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { FactsOf, MediaRef } from '#contract/media-ref.ts'
import { refsOf } from '#contract/refs-of.ts'
import type { LookOf } from '../../media/media-look.ts'
import { useMediaLooks } from '../../media/use-media-looks.ts'
import type { Composition } from './composition.ts'
import { type FieldReason, fieldReasons, isWithin } from './field-reason.ts'
import { type Expansion, expandPlan } from './plan/expand-plan.ts'
import { useDraft } from './use-draft.ts'
import { useSubmission } from './use-submission.ts'

type Compose = {
  lookOf: LookOf
  factsOf: FactsOf
  reasons: readonly FieldReason[]
  /** All that one submission makes. */
  expansion: Expansion
  submission: ReturnType<typeof useSubmission>
}

const ComposeContext = createContext<Compose | null>(null)

type ComposeProviderProps = { children: ReactNode }

/** All that follows from the draft, worked out once for the panel and the docks. Needs the form. */
export function ComposeProvider({ children }: ComposeProviderProps) {
  const { control } = useFormContext<Composition>()
  const { isSubmitted } = useFormState({ control })
  const { draft, plan } = useDraft()
  const submission = useSubmission()
  const lookOf = useMediaLooks(refsOf(draft).map(({ ref }) => ref))
  const factsOf = (ref: MediaRef) => lookOf(ref).facts
  const { sentPlan } = submission
  const isOtherPlan = sentPlan !== null && JSON.stringify(sentPlan) !== JSON.stringify(plan)
  const refusals = isOtherPlan ? [] : submission.refusals
  const reasons = fieldReasons(draft, factsOf, refusals, isSubmitted)
  const expansion = expandPlan(draft, plan, factsOf)
  return (
    <ComposeContext value={{ lookOf, factsOf, reasons, expansion, submission }}>
      {children}
    </ComposeContext>
  )
}

export function useCompose(): Compose {
  const compose = useContext(ComposeContext)
  if (!compose) throw new Error('Composing needs a ComposeProvider around it.')
  return compose
}

/** The reason that stands at a field, if one does. */
export const useReasonAt = (path: string) =>
  useCompose().reasons.find((reason) => reason.path === path)

/** The first reason that stands at a field or anywhere below it. */
export const useReasonWithin = (field: string) =>
  useCompose().reasons.find((reason) => isWithin(reason.path, field))
