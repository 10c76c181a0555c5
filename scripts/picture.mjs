import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, root } from './install.mjs'

install()
const { cruise } = await import('dependency-cruiser')

const { output } = await cruise(['src'], {
  baseDir: root,
  tsPreCompilationDeps: true,
  includeOnly: '^src/',
  exclude: {
    path: '[.](test|suite|harness|arbitrary|fixture)[.]tsx?$|test-setup|architecture|assembly|quick-renderer',
  },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
})

/** `src/engine/http/ledger.ts` is in `engine/http`, `src/engine/main.ts` in `engine`. */
function roomOf(path) {
  const [, room, ...rest] = path.split('/')
  return rest.length > 1 && room !== 'contract' ? `${room}/${rest[0]}` : room
}

const id = (room) => room.replaceAll('/', '_')
const arrows = new Set()
for (const { source, dependencies } of output.modules) {
  const from = roomOf(source)
  for (const { resolved } of dependencies) {
    const to = roomOf(resolved)
    const isOwnHouse = from.startsWith(`${to}/`)
    if (from !== to && !isOwnHouse) arrows.add(`  ${id(from)}["${from}"] --> ${id(to)}["${to}"]`)
  }
}
const picture = ['```mermaid', 'flowchart TD', ...[...arrows].toSorted(), '```'].join('\n')

const readme = join(root, 'README.md')
const before = readFileSync(readme, 'utf8')
const marked = /(<!-- rooms -->\n)[\s\S]*?(\n<!-- \/rooms -->)/
const after = before.replace(marked, (_, open, close) => `${open}\n${picture}\n${close}`)
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('The picture of the rooms in README.md is out of date: npm run picture')
    process.exitCode = 1
  }
} else {
  writeFileSync(readme, after)
}
