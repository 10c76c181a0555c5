import { readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

export type PageFile = { path: string; media_type: string; bytes: number; isHashed: boolean }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

const isHidden = (path: string) => path.split('/').some((part) => part.startsWith('.'))

/**
 * Every file of the built page by its URL path. What is not in this list is not served, so a path
 * of a request never reaches the disk; source maps and dot files are left out.
 */
export function listPageFiles(dir: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  let names: string[] = []
  try {
    names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  } catch {
    return files
  }
  for (const name of names) {
    const path = join(dir, name)
    const slashed = name.replaceAll('\\', '/')
    const media_type = types[extname(name)]
    const found = statSync(path)
    if (!media_type || isHidden(slashed) || !found.isFile()) continue
    const isHashed = /^assets\/.*-[\w-]{8,}\.\w+$/.test(slashed)
    files.set(`/${slashed}`, { path, media_type, bytes: found.size, isHashed })
  }
  return files
}
