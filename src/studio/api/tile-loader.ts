import { tiles } from '#contract/wall.ts'
import { ask } from './client.ts'
import type { TileStore } from './tile-store.ts'
import { overlap, type Span, wantedSpans } from './tile-wants.ts'

/** While the wall is flung, places are asked for once it has gone slower for this long. */
const calmMs = 40
const retryMs = 2000

type Question = { span: Span; seqs: ReadonlySet<number>; abort: AbortController }

/** Keeps the tiles of one list coming for what is in sight. */
export function createTileLoader(store: TileStore) {
  let list: Uint32Array = new Uint32Array()
  let last: Span = { from: 0, to: 0 }
  let direction: 1 | -1 = 1
  let timer: ReturnType<typeof setTimeout> | undefined
  let questions: Question[] = []

  function askFor(span: Span) {
    const asked = new Set(questions.flatMap(({ seqs }) => [...seqs]))
    const seqs = store.missing(list.subarray(span.from, span.to)).filter((seq) => !asked.has(seq))
    if (!seqs.length) return
    const question: Question = { span, seqs: new Set(seqs), abort: new AbortController() }
    questions.push(question)
    ask(`/api/tiles?seqs=${seqs.join()}`, tiles, { signal: question.abort.signal })
      .then(({ data }) => store.keepAll(data))
      .catch(() => {
        if (!question.abort.signal.aborted) timer ??= setTimeout(load, retryMs)
      })
      .finally(() => {
        questions = questions.filter((each) => each !== question)
      })
  }

  function load() {
    timer = undefined
    const { now, next } = wantedSpans(last, list.length, direction)
    for (const span of now) askFor(span)
    if (next) askFor(next)
  }

  function giveUp(isPassed: (question: Question) => boolean) {
    for (const question of questions) if (isPassed(question)) question.abort.abort()
    questions = questions.filter(({ abort }) => !abort.signal.aborted)
  }

  return {
    /** What is in sight now, of which list. What was flung past is not waited for any more. */
    want(seqs: Uint32Array, span: Span) {
      const isOther = seqs !== list
      const isNear = isOther || overlap(span, last)
      if (span.from !== last.from) direction = span.from > last.from ? 1 : -1
      list = seqs
      last = span
      const reach = span.to - span.from
      const near = { from: span.from - reach, to: span.to + reach }
      giveUp((question) => isOther || !overlap(question.span, near))
      clearTimeout(timer)
      timer = undefined
      if (isNear) load()
      else timer = setTimeout(load, calmMs)
    },
    /** Asks again for what is found to be outdated. Returns how to stop. */
    follow() {
      const unsubscribe = store.subscribe(() => timer ?? load())
      return () => {
        unsubscribe()
        clearTimeout(timer)
        timer = undefined
        giveUp(() => true)
      }
    },
  }
}
