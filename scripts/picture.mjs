import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, root } from './install.mjs'

install()
const { cruise } = await import('dependency-cruiser')

const rooms = '^src/(contract|engine/[a-z]+|engine|server/[a-z]+|server|studio/[a-z]+)'
const { output } = await cruise(['src'], {
  baseDir: root,
  tsPreCompilationDeps: true,
  collapse: rooms,
  includeOnly: '^src/',
  exclude: {
    path: '[.](test|suite|harness|arbitrary|fixture)[.]tsx?$|test-setup|architecture|assembly',
  },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
})

const name = (path) => path.replace(/^src\//, '').replace(/\.tsx?$/, '')
const id = (path) => name(path).replaceAll(/[^a-z]/gi, '_')
const arrows = new Set()
for (const { source, dependencies } of output.modules) {
  for (const { resolved } of dependencies) {
    if (source !== resolved && resolved.startsWith('src/')) {
      arrows.add(`  ${id(source)}["${name(source)}"] --> ${id(resolved)}["${name(resolved)}"]`)
    }
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
