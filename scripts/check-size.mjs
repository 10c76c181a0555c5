import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPage } from './build-page.mjs'
import { root } from './install.mjs'

const limitKb = 130

buildPage()
const page = join(root, 'dist/studio')
const manifest = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8'))

function firstScripts(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) firstScripts(next, seen)
  return seen
}

const kb = (key) =>
  gzipSync(readFileSync(join(page, manifest[key].file)), { level: 9 }).length / 1000
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const first = [...firstScripts(entry)].reduce((sum, key) => sum + kb(key), 0)
console.log(`First JavaScript: ${first.toFixed(1)} KB gzip of ${limitKb} KB`)
if (first > limitKb) process.exitCode = 1
