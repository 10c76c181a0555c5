import { type Generation, isSettled, type State, withdrawnCode } from '#contract/generation.ts'

type States = ReadonlyMap<string, State>

/** What a person did themselves is no news to them. */
const ownDoings = [withdrawnCode, 'cancelled']

export const statesOf = (records: readonly Generation[]): States =>
  new Map(records.map(({ id, state }) => [id, state]))

/** Those that ran when they were last looked at, and do not any more. */
export const endedSince = (before: States, records: readonly Generation[]): Generation[] =>
  records.filter(({ id, state, failure_code }) => {
    const was = before.get(id)
    return (
      was !== undefined &&
      !isSettled(was) &&
      isSettled(state) &&
      !ownDoings.includes(failure_code ?? '')
    )
  })
