import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.mjs'
import { installFromDebian, isRootOnDebian, onPath } from './program.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser for the tests: its path, or `undefined` for the one that Playwright brings. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const present = onPath(names)
  if (present) return present
  if (isRootOnDebian()) {
    installFromDebian('chromium', 'the browser tests')
    const installed = onPath(names)
    if (installed) return installed
  }
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('No Chromium: set CHROMIUM_PATH to one and try again.')
  return undefined
}
