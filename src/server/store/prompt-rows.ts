import { type Insertable, type Kysely, sql } from 'kysely'
import type { PastPrompt } from '#contract/prompt.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { GenerationsTable, Tables } from './tables.ts'

export type PromptRows = ReturnType<typeof createPromptRows>

const mostWords = 16
const word = /[\p{L}\p{M}\p{N}]+/gu

/** Every word as the beginning of one; quoted, so that nothing in it is an operator. */
const matchOf = (query: string): string =>
  (query.match(word) ?? [])
    .slice(0, mostWords)
    .map((each) => `"${each}"*`)
    .join(' ')

/** Puts the words of a submission at the head of the history. */
export async function notePrompt(
  db: Kysely<Tables>,
  { request, created_at: used_at }: Insertable<GenerationsTable>,
): Promise<void> {
  const { prompt, type } = JSON.parse(request) as GenerationRequest
  const before = await db
    .deleteFrom('prompts')
    .where('prompt', '=', prompt)
    .returning('times')
    .executeTakeFirst()
  const times = (before?.times ?? 0) + 1
  await db.insertInto('prompts').values({ prompt, type, used_at, times }).execute()
}

/** Takes one submission back out of the history; words that none is left of are gone. */
export async function forgetPrompt(db: Kysely<Tables>, prompt: string): Promise<void> {
  const left = await db
    .updateTable('prompts')
    .set(({ eb }) => ({ times: eb('times', '-', 1) }))
    .where('prompt', '=', prompt)
    .returning(['id', 'times'])
    .executeTakeFirst()
  if (left && left.times < 1) await db.deleteFrom('prompts').where('id', '=', left.id).execute()
}

export function createPromptRows(db: Kysely<Tables>) {
  const newest = (limit: number) =>
    db
      .selectFrom('prompts')
      .select(['prompt', 'type', 'used_at', 'times'])
      .orderBy('id', 'desc')
      .limit(limit)

  return {
    /** The one used last first; those in which every word of the query begins a word. */
    search(query: string, limit: number): Promise<PastPrompt[]> {
      const match = matchOf(query)
      if (!match) return newest(limit).execute()
      const ids = sql<number>`(
        select rowid from prompt_words where prompt_words match ${match}
        order by rowid desc limit ${limit}
      )`
      return newest(limit).where('id', 'in', ids).execute()
    },
  }
}
