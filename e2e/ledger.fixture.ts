import { createEngine, type Engine } from '#engine/create-engine.ts'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { serveEngine } from '#engine/serve-engine.ts'
import { startDailies } from './dailies-process.ts'
import { expect, test as studio } from './studio.fixture.ts'

type Fixtures = { engine: Engine; engineUrl: string; isTrueRenderer: boolean }

/**
 * A studio whose upstream is an engine on a port of its own, as Luma would be, so that a test can
 * read in the engine's ledger what really went over the wire.
 */
export const test = studio.extend<Fixtures>({
  /** Whether pictures are painted; a flat colour is quicker where only the request matters. */
  isTrueRenderer: [false, { option: true }],
  engine: async ({ isTrueRenderer }, use) => {
    const engine = createEngine(isTrueRenderer ? {} : { renderer: createQuickRenderer() })
    await use(engine)
    await engine.close()
  },
  engineUrl: async ({ engine }, use) => {
    const { url, close } = await serveEngine(engine, 0)
    await use(url)
    await close()
  },
  dailies: async ({ engineUrl }, use) => {
    const dailies = await startDailies(
      { LUMA_AGENTS_API_KEY: 'luma-api-for-tests', LUMA_AGENTS_BASE_URL: engineUrl },
      'e2e/brisk-main.ts',
    )
    await use(dailies)
    await dailies.stop()
    dailies.remove()
  },
})

/** The JSON of every POST that the upstream was sent, oldest first. */
export const sentTo = (engine: Engine): unknown[] =>
  engine
    .ledger()
    .filter(({ method, path }) => method === 'POST' && path === '/v1/generations')
    .flatMap(({ body }) => (body === undefined ? [] : [body]))

export { expect }
