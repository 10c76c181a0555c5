import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from './build-page.mjs'
import { findChromium } from './chromium.mjs'
import { bringFfmpeg } from './ffmpeg.mjs'
import { install, root } from './install.mjs'

install()
const chromium = findChromium()
bringFfmpeg()
buildPage()

const reports = mkdtempSync(join(tmpdir(), 'dailies-test-'))
const unitReport = join(reports, 'unit.json')
const engineReport = join(reports, 'engine.json')
const browserReport = join(reports, 'browser.json')
const env = {
  ...process.env,
  ...(chromium && { CHROMIUM_PATH: chromium }),
  PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
}
delete env.LUMA_AGENTS_API_KEY

const bin = (path) => [process.execPath, join(root, 'node_modules', path)]
const vitest = (report, ...projects) => [
  ...bin('vitest/vitest.mjs'),
  'run',
  ...projects.flatMap((project) => ['--project', project]),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]
const steps = [
  ['check', ['npm', 'run', '--silent', 'check']],
  ['unit', vitest(unitReport, 'node', 'studio')],
  ['engine', vitest(engineReport, 'engine-long')],
  [
    'browser',
    [
      ...bin('@playwright/test/cli.js'),
      'test',
      '--config',
      'e2e/playwright.config.ts',
      '--project=promises',
      '--reporter=list,json',
    ],
  ],
]

const failed = []
for (const [name, [command, ...args]] of steps) {
  const started = Date.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  process.stdout.write(
    `${name}: ${status === 0 ? 'good' : 'not good'} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
  if (status !== 0) failed.push(name)
}

/** A step that left no report counts as one failure, so silence is never success. */
function counted(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const notGood = (report) =>
  report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && tests.length === 0) return [`${name}\n    ${message}`]
    return tests.map(
      (test) => `${name}: ${test.fullName}\n    ${test.failureMessages.join('\n    ')}`,
    )
  })
const ofVitest = (report) => ({
  words: notGood(report),
  passed: report.numPassedTests,
  failed:
    report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
  skipped: report.numPendingTests + report.numTodoTests,
})
const unit = counted(unitReport, ofVitest)
const engine = counted(engineReport, ofVitest)
const browser = counted(browserReport, ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
}))
const checks = failed.includes('check') ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
rmSync(reports, { recursive: true, force: true })

const reported = [checks, unit, engine, browser]
const total = (key) => reported.reduce((sum, report) => sum + (report[key] ?? 0), 0)
const failedAll = total('failed')
const told = reported.flatMap(({ words }) => words ?? []).map((words) => `FAILED ${words}\n`)
process.stdout.write(told.join(''))
if (failed.length) process.stdout.write(`Not good: ${failed.join(', ')}\n`)
const skipped = total('skipped')
process.stdout.write(
  `${total('passed')} passed, ${failedAll} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
)
process.exitCode = failed.length || failedAll ? 1 : 0
