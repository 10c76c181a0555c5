import { spawnSync } from 'node:child_process'
import { buildPage } from './build-page.mjs'
import { findChromium } from './chromium.mjs'
import { install, root } from './install.mjs'

install()
const chromium = findChromium()
buildPage()
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'e2e/playwright.config.ts',
    '--project',
    'shots',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) },
  },
)
process.exitCode = status ?? 1
