import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFetchMedia } from './fetch-media.ts'
import type { Resolve } from './guarded-dial.ts'

const folder = mkdtempSync(join(tmpdir(), 'dailies-fetch-'))
afterAll(() => rmSync(folder, { recursive: true }))

let server: Server
let listener: RequestListener
let port: number
let connections: number
let files = 0
beforeEach(async () => {
  connections = 0
  listener = (_, response) => response.end()
  server = createServer((request, response) => listener(request, response))
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const loopback = (address: string, at: number) => address === '127.0.0.1' && at === port
const never = new AbortController().signal

const twoFold: Resolve = async () => [
  { address: '93.184.216.34', family: 4 },
  { address: '10.0.0.1', family: 4 },
]
const unknown: Resolve = () => Promise.reject(new Error('ENOTFOUND'))

type Order = { holds?: 'image' | 'video'; signal?: AbortSignal }
function fetchFrom(
  url: string,
  settings: Parameters<typeof createFetchMedia>[0] = { allow: loopback },
  { holds = 'image', signal = never }: Order = {},
) {
  const path = join(folder, String((files += 1)))
  return createFetchMedia(settings)({ url, holds, path, signal })
}
const here = (path = '/') => `http://127.0.0.1:${port}${path}`
const because = (why: string) => ({ status: 422, message: `failed to fetch URL (${why})` })

function serve(body: Buffer, headers: Record<string, string> = {}, status = 200) {
  listener = (_, response) => {
    response.writeHead(status, { 'content-type': 'image/png', ...headers })
    response.end(body)
  }
}

test('what is at an address becomes a file with its hash', async () => {
  const bytes = Buffer.alloc(300_000, 'abc')
  let asked: Record<string, unknown> = {}
  listener = ({ headers }, response) => {
    asked = headers
    response.writeHead(200, { 'content-type': 'IMAGE/PNG; x=1' }).end(bytes)
  }
  const found = await fetchFrom(here('/a.png'))
  expect(readFileSync(found.path)).toEqual(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(found).toMatchObject({ sha256, bytes: bytes.length })
  expect(asked).toMatchObject({ accept: 'image/*', 'accept-encoding': 'identity' })
  expect(asked).not.toHaveProperty('authorization')
})

describe('nothing that is not public is dialled', () => {
  test.each([
    ['loopback', (at: number) => `http://127.0.0.1:${at}/`],
    ['one number', (at: number) => `http://2130706433:${at}/`],
    ['octal', (at: number) => `http://0177.0.0.1:${at}/`],
    ['hexadecimal', (at: number) => `http://0x7f.1:${at}/`],
    ['zero', (at: number) => `http://0:${at}/`],
    ['a name of this machine', (at: number) => `http://localhost:${at}/`],
    ['IPv6', (at: number) => `http://[::1]:${at}/`],
    ['mapped', (at: number) => `http://[::ffff:127.0.0.1]:${at}/`],
    ['NAT64', () => 'http://[64:ff9b::7f00:1]/'],
    ['the secrets of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
    ['a house network', () => 'http://192.168.0.1/'],
  ])('%s', async (_, url) => {
    const fetched = createFetchMedia()({ url: url(port), holds: 'image', path: '/', signal: never })
    await expect(fetched).rejects.toMatchObject(because('not a public address'))
    expect(connections).toBe(0)
  })

  test('a public address on the port of something else', async () => {
    const fetched = fetchFrom('http://8.8.8.8:25/', {})
    await expect(fetched).rejects.toMatchObject(because('only ports 80 and 443'))
  })

  test('a name with one public and one private address', async () => {
    const fetched = fetchFrom('http://two.example/', { resolve: twoFold })
    await expect(fetched).rejects.toMatchObject(because('not a public address'))
  })

  test.each(['file:///etc/passwd', 'ftp://8.8.8.8/', 'gopher://8.8.8.8/', 'data:image/png,x'])(
    'another scheme: %s',
    async (url) => {
      await expect(fetchFrom(url)).rejects.toMatchObject(because('only http and https'))
    },
  )

  test('an address with a password in it', async () => {
    const url = here().replace('//', '//me:secret@')
    await expect(fetchFrom(url)).rejects.toMatchObject(because('no credentials in a URL'))
  })
})

test('a name is asked once: what it says later is not believed', async () => {
  serve(Buffer.from('png'))
  const answers = ['127.0.0.1', '10.0.0.1']
  let asked = 0
  const resolve: Resolve = async () => [{ address: answers[asked++] ?? '', family: 4 }]
  const found = await fetchFrom(`http://rebind.example:${port}/`, { resolve, allow: loopback })
  expect([found.bytes, asked]).toEqual([3, 1])
})

test('three redirects are followed, a fourth is not', async () => {
  listener = ({ url = '' }, response) => {
    const left = Number(url.slice(1))
    if (left) response.writeHead(302, { location: `/${left - 1}` }).end()
    else response.writeHead(200, { 'content-type': 'image/png' }).end('png')
  }
  expect((await fetchFrom(here('/3'))).bytes).toBe(3)
  await expect(fetchFrom(here('/4'))).rejects.toMatchObject(because('too many redirects'))
})

test.each([
  ['to this machine by another port', () => 'http://127.0.0.1:1/', 'not a public address'],
  ['to a private network', () => 'http://10.0.0.1/', 'not a public address'],
  ['to a file', () => 'file:///etc/passwd', 'only http and https'],
  ['to nowhere', () => 'http://[', 'its redirect leads nowhere'],
])('a redirect %s is judged as the first address is', async (_, location, why) => {
  listener = (_request, response) => {
    response.writeHead(307, { location: location() }).end()
  }
  await expect(fetchFrom(here())).rejects.toMatchObject(because(why))
  expect(connections).toBe(1)
})

describe('what is there and cannot be used is said', () => {
  test('not found', async () => {
    serve(Buffer.from(''), {}, 404)
    await expect(fetchFrom(here())).rejects.toMatchObject(because('HTTP 404'))
  })

  test('a page in place of a picture', async () => {
    serve(Buffer.from('<html>'), { 'content-type': 'text/html' })
    const message = 'content-type is not an image'
    await expect(fetchFrom(here())).rejects.toMatchObject({ status: 422, message })
  })

  test('a picture in place of a clip', async () => {
    serve(Buffer.from('png'))
    const fetched = fetchFrom(here(), { allow: loopback }, { holds: 'video' })
    const message = 'content-type is not a video'
    await expect(fetched).rejects.toMatchObject({ status: 422, message })
  })

  test('a type that says nothing is left to the bytes', async () => {
    serve(Buffer.from('png'), { 'content-type': 'application/octet-stream' })
    expect((await fetchFrom(here())).bytes).toBe(3)
  })

  test('packed content', async () => {
    serve(Buffer.from('png'), { 'content-encoding': 'gzip' })
    await expect(fetchFrom(here())).rejects.toMatchObject(because('its content is encoded'))
  })

  const message = 'Image exceeds 50 MB size limit'
  test('too large by its own word', async () => {
    listener = (_, response) => {
      const headers = { 'content-type': 'image/png', 'content-length': String(51 * 1024 * 1024) }
      response.writeHead(200, headers).write('png')
    }
    await expect(fetchFrom(here())).rejects.toMatchObject({ status: 413, message })
  })

  test('too large without a word', async () => {
    listener = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' })
      const part = Buffer.alloc(1024 * 1024)
      const push = () => void (response.destroyed || response.write(part, push))
      push()
    }
    await expect(fetchFrom(here())).rejects.toMatchObject({ status: 413, message })
  })

  test('a download that breaks off', async () => {
    listener = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '1000' })
      response.write('png', () => response.destroy())
    }
    await expect(fetchFrom(here())).rejects.toMatchObject(because('the connection failed'))
  })

  test('one that never ends', async () => {
    listener = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).write('png')
    }
    const patienceMs = { image: 60, video: 60 }
    const fetched = fetchFrom(here(), { allow: loopback, patienceMs })
    await expect(fetched).rejects.toMatchObject(because('timed out'))
  })

  test('nobody who listens, and a name that nobody has', async () => {
    const url = here()
    await new Promise((resolve) => server.close(resolve))
    await expect(fetchFrom(url)).rejects.toMatchObject(because('the connection failed'))
    const fetched = fetchFrom('http://no.example/', { resolve: unknown })
    await expect(fetched).rejects.toMatchObject(because('host not found'))
    server = createServer().listen(0)
  })
})

test('a proxy in the environment is not asked', async () => {
  process.env.http_proxy = 'http://127.0.0.1:1'
  serve(Buffer.from('png'))
  expect((await fetchFrom(here())).bytes).toBe(3)
  delete process.env.http_proxy
})

test('who gives up waits no longer', async () => {
  listener = () => undefined
  const stop = new AbortController()
  const fetched = fetchFrom(here(), { allow: loopback }, { signal: stop.signal })
  await expect.poll(() => connections).toBe(1)
  stop.abort()
  await expect(fetched).rejects.toMatchObject({ status: 422 })
  expect(existsSync(join(folder, String(files)))).toBe(false)
})
