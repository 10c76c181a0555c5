import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../server.harness.ts'

const paths = ['/', '/api/health', '/api/generations', '/api/events', '/media/x', '/index.html']
let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
  server.request(path, { headers, method })

describe('who may call', () => {
  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4680',
    ':4680',
    'a@b',
  ])('a name %s that is not ours gets nothing, on any path', async (host) => {
    for (const path of paths) {
      const response = await ask(path, { host })
      expect(response.status, path).toBe(403)
      expect(await response.json()).toMatchObject({ code: 'forbidden' })
    }
  })

  it.each(['127.0.0.1:4680', 'localhost:4680', 'LOCALHOST', '[::1]:4680', 'localhost:4690'])(
    'the own name %s is answered',
    async (host) => {
      expect((await ask('/api/health', { host })).status).toBe(200)
    },
  )

  it('a page of another origin gets nothing, also when its name equals the host', async () => {
    const host = '127.0.0.1:4680'
    for (const origin of ['http://evil.example', 'null', 'http://localhost:3000', 'file://']) {
      expect((await ask('/api/generations', { host, origin })).status, origin).toBe(403)
      expect((await ask('/media/x', { host, origin })).status, origin).toBe(403)
      expect((await ask('/api/uploads', { host, origin }, 'POST')).status, origin).toBe(403)
      expect((await ask('/api/events', { host, origin })).status, origin).toBe(403)
    }
    const evil = { host: 'evil.example', origin: 'http://evil.example' }
    expect((await ask('/api/health', evil)).status).toBe(403)
    expect((await ask('/api/health', { host, origin: `http://${host}` })).status).toBe(200)
  })

  it('what the browser calls cross-site is refused', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask('/api/health', { 'sec-fetch-site': site })).status).toBe(403)
      expect((await ask('/media/x', { 'sec-fetch-site': site })).status).toBe(403)
    }
    for (const site of ['same-origin', 'none']) {
      expect((await ask('/api/health', { 'sec-fetch-site': site })).status).toBe(200)
    }
  })

  it('no answer ever invites another origin', async () => {
    const origin = 'http://evil.example'
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const response = await ask('/api/generations', { origin }, method)
      const names = [...response.headers.keys()]
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('every answer, a refusal too, tells the browser to trust nothing else', async () => {
    for (const headers of [{}, { host: 'evil.example' }]) {
      const response = await ask('/api/nothing', headers as Record<string, string>)
      expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
  })
})

const basic = (text: string) => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
})

describe('with a password', () => {
  it('nothing is answered without it', async () => {
    const guarded = await openTestServer({
      env: { DAILIES_HOST: '0.0.0.0', DAILIES_PASSWORD: 'open sesame' },
    })
    try {
      for (const path of paths) {
        const response = await guarded.request(path)
        expect(response.status, path).toBe(401)
        expect(response.headers.get('www-authenticate')).toMatch(/^Basic/)
        expect(await response.json()).toMatchObject({ code: 'password_needed' })
      }
      const wrong = { headers: basic('me:close sesame') }
      expect((await guarded.request('/api/health', wrong)).status).toBe(401)
      const right = { headers: { ...basic('me:open sesame'), host: 'studio.example' } }
      expect((await guarded.request('/api/health', right)).status).toBe(200)
    } finally {
      await guarded.close()
    }
  })
})
