import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of these programs on PATH, with its whole path. */
export function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = names.map((name) => join(folder, name)).find((file) => existsSync(file))
    if (found) return found
  }
  return undefined
}

export const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

export function installFromDebian(name, why) {
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  process.stdout.write(`Installing ${name} for ${why} (once)…\n`)
  execFileSync('apt-get', ['update', '-qq'], quiet)
  execFileSync('apt-get', ['install', '-y', '-qq', name], { ...quiet, env })
}
