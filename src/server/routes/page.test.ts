import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let pageDir: string

const files = {
  'index.html': '<!doctype html><title>Dailies</title>',
  'assets/main-BxYz1234.js': 'let a',
  'assets/main-BxYz1234.js.map': '{}',
  'assets/main-BxYz1234.css': 'a{}',
  'favicon.svg': '<svg/>',
  '.vite/manifest.json': '{}',
}

beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'dailies-page-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(pageDir, name)), { recursive: true })
    await writeFile(join(pageDir, name), text)
  }
  server = await openTestServer({ pageDir })
})
afterAll(async () => {
  await server.close()
  await rm(pageDir, { recursive: true })
})

describe('the page', () => {
  it.each(['/', '/index.html', '/compare/4', '/?shot=1'])('stands at %s', async (path) => {
    const response = await server.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toBe(files['index.html'])
  })

  it('keeps hashed files for ever, and only them', async () => {
    const script = await server.request('/assets/main-BxYz1234.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toMatch(/immutable/)
    const icon = await server.request('/favicon.svg')
    expect(icon.headers.get('content-type')).toBe('image/svg+xml')
    expect(icon.headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    '/assets/main-BxYz1234.js.map',
    '/assets/other-12345678.js',
    '/.vite/manifest.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '//etc/passwd.txt',
    '/assets/..%5c..%5cindex.html',
    '/@vite/client.js',
    '/.git/config',
    '//media/etc/passwd',
    '/..%2f..',
    '/data%5cdailies',
  ])('%s is 404', async (path) => {
    expect((await server.request(path)).status).toBe(404)
  })

  it('is found again after a new build', async () => {
    await writeFile(join(pageDir, 'index.html'), '<!doctype html><title>Anew</title>!')
    await writeFile(join(pageDir, 'assets/next-BxYz1234.js'), 'let b')
    expect(await (await server.request('/')).text()).toMatch(/Anew/)
    expect((await server.request('/assets/next-BxYz1234.js')).status).toBe(200)
  })
})
