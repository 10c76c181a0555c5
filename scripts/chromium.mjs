import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './install.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = names.map((name) => join(folder, name)).find((file) => existsSync(file))
    if (found) return found
  }
  return undefined
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

function installFromDebian() {
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  process.stdout.write('Installing Chromium for the browser tests (once)…\n')
  execFileSync('apt-get', ['update', '-qq'], quiet)
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { ...quiet, env })
}

/** The browser for the tests: its path, or `undefined` for the one that Playwright brings. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const present = onPath()
  if (present) return present
  if (isRootOnDebian()) {
    installFromDebian()
    const installed = onPath()
    if (installed) return installed
  }
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('No Chromium: set CHROMIUM_PATH to one and try again.')
  return undefined
}
