import { expect, test as base } from '@playwright/test'
import { startDailies } from './dailies-process.ts'

type Dailies = Awaited<ReturnType<typeof startDailies>>

/** Every test has a studio of its own; a word in the browser's console as an error fails it. */
export const test = base.extend<{ dailies: Dailies; quietConsole: void }>({
  dailies: async ({}, use) => {
    const dailies = await startDailies()
    await use(dailies)
    await dailies.stop()
    dailies.remove()
  },
  baseURL: async ({ dailies }, use) => use(dailies.url),
  quietConsole: [
    async ({ context }, use) => {
      const said: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') said.push(message.text())
      })
      context.on('weberror', (error) => said.push(String(error.error())))
      await use()
      expect(said, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
