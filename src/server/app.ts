import { Hono } from 'hono'
import type { World } from '#contract/generation.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import { answerProblem } from './http/answer-problem.ts'
import type { DataFolder } from './store/data-folder.ts'
import type { Events } from './life/events.ts'
import { requireOwnHost, requireOwnOrigin, secureHeaders } from './http/guard.ts'
import type { Log } from './log.ts'
import { requirePassword } from './http/password.ts'
import { ProblemError } from './problem-error.ts'
import type { Records } from './life/records.ts'
import { boardRoutes } from './routes/boards.ts'
import { budgetRoutes } from './routes/budget.ts'
import { cancelRoutes } from './routes/cancel.ts'
import { eventRoutes } from './routes/events.ts'
import { familyRoutes } from './routes/family.ts'
import { markRoutes } from './routes/marks.ts'
import { tagRoutes } from './routes/tags.ts'
import { trashRoutes } from './routes/trash.ts'
import { facetRoutes } from './routes/facets.ts'
import { exportRoutes } from './routes/exports.ts'
import { fileRoutes } from './routes/files.ts'
import { generationRoutes } from './routes/generations.ts'
import { healthRoutes } from './routes/health.ts'
import { mediaRoutes } from './routes/media.ts'
import { pageRoutes } from './routes/page.ts'
import { presetRoutes } from './routes/presets.ts'
import { promptRoutes } from './routes/prompts.ts'
import { queueRoutes } from './routes/queue.ts'
import { sequenceRoutes } from './routes/sequence.ts'
import { setRoutes } from './routes/sets.ts'
import { signalRoutes } from './routes/signals.ts'
import { tileRoutes } from './routes/tiles.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { usageRoutes } from './routes/usage.ts'
import { usageReportRoutes } from './routes/usage-report.ts'
import { wallRoutes } from './routes/wall.ts'
import type { Store } from './store/open-store.ts'
import type { Cancel } from './life/cancel.ts'
import type { Held } from './life/held.ts'
import type { QueueDesk } from './life/queue.ts'
import type { Submit } from './life/submit.ts'
import type { SubmitSet } from './life/submit-set.ts'
import type { SignalDesk } from './media/signal-desk.ts'
import { createTakeUpload } from './media/take-upload.ts'

export type AppParts = {
  world: World
  version: string
  host: string
  password: string | null
  store: Store
  folder: DataFolder
  records: Records
  catalogue: Catalogue
  /** Removes the files of what was erased; never rejects. */
  sweep: () => Promise<void>
  submit: Submit
  submitSet: SubmitSet
  held: Held
  cancel: Cancel
  queue: QueueDesk
  events: Events
  /** Ends the event streams. */
  closing: AbortSignal
  /** Null where signals are not estimated. */
  signals: SignalDesk | null
  pageDir: string
  log: Log
}

/** The server's whole HTTP surface. */
export function createApp(parts: AppParts): Hono {
  const { world, version, host, password, events, closing, pageDir, log } = parts
  const app = new Hono()

  app.use(secureHeaders, requireOwnHost(host))
  if (password !== null) app.use(requirePassword(password))
  app.use('/api/*', requireOwnOrigin)
  app.use('/media/*', requireOwnOrigin)
  app.use('/api/*', async (context, next) => {
    await next()
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
  })

  app.route('/api/health', healthRoutes(world, version))
  app.route('/api/generations', generationRoutes(parts))
  app.route('/api/generations', cancelRoutes(parts))
  app.route('/api/generations', fileRoutes(parts))
  app.route('/api/generations', sequenceRoutes(parts))
  app.route('/api/exports', exportRoutes(parts))
  app.route('/api/generations', markRoutes(parts))
  app.route('/api/generations', familyRoutes(parts))
  app.route('/api/boards', boardRoutes(parts))
  app.route('/api/tags', tagRoutes(parts))
  app.route('/api/trash', trashRoutes(parts))
  app.route('/api/wall', wallRoutes(parts))
  app.route('/api/tiles', tileRoutes(parts))
  app.route('/api/facets', facetRoutes(parts))
  app.route('/api/sets', setRoutes(parts))
  app.route('/api/queue', queueRoutes(parts))
  app.route('/api/usage', usageRoutes(parts))
  app.route('/api/usage', usageReportRoutes(parts))
  app.route('/api/budget', budgetRoutes(parts))
  app.route('/api/presets', presetRoutes(parts))
  app.route('/api/prompts', promptRoutes(parts))
  app.route('/api/uploads', uploadRoutes({ ...parts, takeUpload: createTakeUpload(parts) }))
  app.route('/api/events', eventRoutes(events, closing))
  app.route('/media', mediaRoutes(parts))
  app.route('/media', signalRoutes(parts))
  app.all('/api/*', () => {
    throw new ProblemError('not_found', 'There is no such address.')
  })
  app.all('/media/*', () => {
    throw new ProblemError('not_found', 'There is no such picture or clip.')
  })
  app.route('/', pageRoutes(pageDir))

  app.notFound(
    () => answerProblem(new ProblemError('not_found', 'There is nothing here.')).response,
  )
  app.onError((error, { req }) => {
    const { response, problem } = answerProblem(error)
    const { method, path } = req
    if (problem.code === 'internal') log.error({ err: error, method, path }, 'a request broke')
    else log.info({ code: problem.code, method, path }, 'a request was refused')
    return response
  })
  return app
}
