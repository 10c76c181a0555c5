import { readdir, readlink, truncate } from 'node:fs/promises'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const megabyte = 1024 * 1024
const bigBytes = 96 * megabyte
let server: TestServer
let big: Generation
let href: string
let file: string

beforeAll(async () => {
  server = await openTestServer()
  const id = await server.submit({ type: 'image', prompt: 'as large as a clip' })
  big = await server.until(id, 'completed')
  const { sha256 } = big.outputs[0]!
  await truncate(join(server.data, 'media', sha256.slice(0, 2), sha256), bigBytes)
  const body = { seqs: [big.seq], metadata: false }
  const ticket = await (await server.sendJson('POST', '/api/exports', body)).json()
  href = (ticket as { href: string }).href
  file = `/api/generations/${big.id}/file?metadata=yes`
})
afterAll(() => server.close())

async function openFiles() {
  const paths = (await readdir('/proc/self/fd')).map((fd) =>
    readlink(`/proc/self/fd/${fd}`).catch(() => ''),
  )
  const media = join(server.data, 'media')
  return (await Promise.all(paths)).filter((path) => path.startsWith(media)).length
}

const fetch = ({ url }: Request) => server.request(`${new URL(url).pathname}${new URL(url).search}`)

describe.skipIf(process.platform !== 'linux')('who leaves in the middle', () => {
  it.each([['a ZIP', () => href] as const, ['a file', () => file] as const])(
    'of %s leaves no file open',
    async (_, pathOf) => {
      for (let count = 0; count < 5; count++) {
        const reader = (await server.request(pathOf())).body!.getReader()
        for (let reads = 0; reads < 4; reads++) await reader.read()
        expect(await openFiles()).toBe(1)
        await reader.cancel()
        expect(await openFiles()).toBe(0)
        await server.request(pathOf(), { method: 'HEAD' })
      }
      expect(await openFiles()).toBe(0)
    },
  )

  it('by hanging up stops the reading, and who waits costs no memory', async () => {
    const http = createAdaptorServer({ fetch, overrideGlobalObjects: false })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    for (const path of [href, file]) {
      const before = process.memoryUsage().arrayBuffers
      const request = get(origin + path)
      const answer = await new Promise<NodeJS.ReadableStream>((resolve) =>
        request.on('response', resolve),
      )
      await new Promise((resolve) => answer.once('readable', resolve))
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(await openFiles()).toBe(1)
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(24 * megabyte)
      request.destroy()
      await expect.poll(openFiles).toBe(0)
    }
    await new Promise((resolve) => http.close(resolve))
  })
})
