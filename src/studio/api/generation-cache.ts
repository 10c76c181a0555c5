import type { InfiniteData } from '@tanstack/react-query'
import { type Generation, type GenerationPage, states } from '#contract/generation.ts'

export type GenerationPages = InfiniteData<GenerationPage>

/** All loaded records, newest first, each once even when pages overlap. */
export function recordsOf(pages: GenerationPages | undefined): Generation[] {
  const byId = new Map<string, Generation>()
  for (const record of pages?.pages.flatMap(({ data }) => data) ?? []) {
    if (!byId.has(record.id)) byId.set(record.id, record)
  }
  return [...byId.values()]
}

/** Puts a record in its place, or in the place of its older self. */
export function withRecord(pages: GenerationPages, record: Generation): GenerationPages {
  const isKnown = pages.pages.some(({ data }) => data.some(({ id }) => id === record.id))
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      if (isKnown) {
        return { ...page, data: page.data.map((old) => (old.id === record.id ? record : old)) }
      }
      return index === 0 ? { ...page, data: inserted(page.data, record) } : page
    }),
  }
}

function inserted(records: readonly Generation[], record: Generation) {
  const at = records.findIndex((other) => comesBefore(record, other))
  return records.toSpliced(at < 0 ? records.length : at, 0, record)
}

/** Newest first; what was made at once in the order of its set. */
const comesBefore = (a: Generation, b: Generation) =>
  a.created_at === b.created_at
    ? (a.set?.position ?? 0) <= (b.set?.position ?? 0)
    : a.created_at > b.created_at

export function withoutRecord(pages: GenerationPages, id: string): GenerationPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      data: page.data.filter((record) => record.id !== id),
    })),
  }
}

/** Whether `a` is further in its life than `b`, so that a late answer does not turn time back. */
export const isFurther = (a: Generation, b: Generation) => stepOf(a) > stepOf(b)

/** Whether it is held or goes is told at one and the same step. */
const stepOf = ({ state }: Generation) => states.indexOf(state === 'held' ? 'intent' : state)
