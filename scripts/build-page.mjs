import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const sources = ['src/studio', 'src/contract', 'public']
const files = ['index.html', 'vite.config.ts', 'tailwind.config.ts', 'package-lock.json']
const stamp = join(root, 'dist/.page-built')

function* filesBelow(folder) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) yield join(entry.parentPath ?? entry.path, entry.name)
  }
}

function sourceHash() {
  const hash = createHash('sha256')
  const all = [
    ...sources.flatMap((at) => [...filesBelow(join(root, at))]),
    ...files.map((at) => join(root, at)),
  ]
  for (const file of all.toSorted()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the page into dist/studio when a source of it has changed. */
export function buildPage() {
  const wanted = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('Building the page…\n')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
}
