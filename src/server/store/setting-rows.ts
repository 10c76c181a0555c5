import type { Kysely } from 'kysely'
import { type Budget, budget, noBudget } from '#contract/budget.ts'
import type { Tables } from './tables.ts'

export type SettingRows = ReturnType<typeof createSettingRows>

export function createSettingRows(db: Kysely<Tables>) {
  return {
    async budget(): Promise<Budget> {
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('name', '=', 'budget')
        .executeTakeFirst()
      return row ? budget.parse(JSON.parse(row.value)) : noBudget
    },

    async setBudget(next: Budget): Promise<void> {
      const value = JSON.stringify(next)
      await db
        .insertInto('settings')
        .values({ name: 'budget', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
    },
  }
}
