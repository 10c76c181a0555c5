import { expect, test as base } from '@playwright/test'
import { startDailies } from './dailies-process.ts'

type Dailies = Awaited<ReturnType<typeof startDailies>>
type Fixtures = { dailies: Dailies; quietConsole: void; expectedErrors: readonly RegExp[] }

/** Every test has a studio of its own; an undeclared error in the browser's console fails it. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  dailies: async ({}, use) => {
    const dailies = await startDailies()
    await use(dailies)
    await dailies.stop()
    dailies.remove()
  },
  baseURL: async ({ dailies }, use) => use(dailies.url),
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const said: string[] = []
      const hear = (text: string) => {
        if (!expectedErrors.some((expected) => expected.test(text))) said.push(text)
      }
      context.on('console', (message) => {
        if (message.type() === 'error') hear(message.text())
      })
      context.on('weberror', (error) => hear(String(error.error())))
      await use()
      expect(said, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
