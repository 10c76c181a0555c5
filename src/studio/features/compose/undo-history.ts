import type { Composition } from './composition.ts'

/** Values before and after the present one, nearest last. */
export type History<Value> = { past: readonly Value[]; future: readonly Value[] }

const depth = 200
const oneActMs = 1000

type Moment = { value: Composition; at: number }

const withoutWords = ({ draft, plan }: Composition) =>
  JSON.stringify([{ ...draft, prompt: '' }, plan])

/** The history after a change; typing on in the prompt joins the act before. */
export function remembered(
  { past, future }: History<Composition>,
  before: Moment,
  after: Moment,
): History<Composition> {
  const isTyping =
    before.at > 0 &&
    after.at - before.at < oneActMs &&
    future.length === 0 &&
    past.length > 0 &&
    withoutWords(before.value) === withoutWords(after.value)
  return { past: isTyping ? past : [...past, before.value].slice(-depth), future: [] }
}

/** @returns what stood before `present`, or `null` at the beginning. */
export function stepBack<Value>({ past, future }: History<Value>, present: Value) {
  const value = past.at(-1)
  if (value === undefined) return null
  return { value, history: { past: past.slice(0, -1), future: [...future, present] } }
}

/** @returns what was taken back last, or `null` when nothing was. */
export function stepOn<Value>({ past, future }: History<Value>, present: Value) {
  const value = future.at(-1)
  if (value === undefined) return null
  return { value, history: { past: [...past, present], future: future.slice(0, -1) } }
}
