import { type Generation, states } from '#contract/generation.ts'

type Stateful = Pick<Generation, 'state'>

/** Whether `a` is further in its life than `b`, so that a late answer does not turn time back. */
export const isFurther = (a: Stateful, b: Stateful) => stepOf(a) > stepOf(b)

/** Whether it is held or goes is told at one and the same step. */
const stepOf = ({ state }: Stateful) => states.indexOf(state === 'held' ? 'intent' : state)
