import type { Kysely } from 'kysely'
import { type Budget, budget, noBudget } from '#contract/budget.ts'
import type { Tables } from './tables.ts'

export type SettingRows = ReturnType<typeof createSettingRows>

export function createSettingRows(db: Kysely<Tables>) {
  async function read(name: string): Promise<unknown> {
    const row = await db
      .selectFrom('settings')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirst()
    return row && JSON.parse(row.value)
  }

  async function write(name: string, setting: unknown): Promise<void> {
    const value = JSON.stringify(setting)
    await db
      .insertInto('settings')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
  }

  return {
    async budget(): Promise<Budget> {
      const found = await read('budget')
      return found === undefined ? noBudget : budget.parse(found)
    },
    setBudget: (next: Budget) => write('budget', next),

    /** Nothing is sent until a person sends on. */
    isPaused: async () => (await read('paused')) === true,
    setPaused: (isPaused: boolean) => write('paused', isPaused),
  }
}
