import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upstreamBody } from './upstream-body.ts'

const uploadId = '4f0fca47-5ff6-4e2a-a9a0-8a2dd37e1b5b'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-body-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function bodyWith(bytes: Buffer, prompt = 'a quiet harbour') {
  const path = join(folder, `${bytes.length}`)
  await writeFile(path, bytes)
  const file = { path, bytes: bytes.length, media_type: 'video/mp4' }
  return upstreamBody({ type: 'video_edit', prompt, source: { upload_id: uploadId } }, () => ({
    file,
  }))
}

async function collect(body: Awaited<ReturnType<typeof bodyWith>>) {
  const chunks: Uint8Array[] = []
  for await (const chunk of body.chunks()) chunks.push(chunk)
  return chunks
}

describe('the body of a submission', () => {
  it.each([0, 1, 2, 3, 4, 196_607, 196_608, 196_609, 500_000])(
    'carries a file of %i bytes as base64 of the length it announced',
    async (size) => {
      const bytes = randomBytes(size)
      const body = await bodyWith(bytes)
      const whole = Buffer.concat(await collect(body))
      expect(whole.length).toBe(body.length)
      const { source } = JSON.parse(whole.toString())
      expect(source.media_type).toBe('video/mp4')
      expect(Buffer.from(source.data, 'base64').equals(bytes)).toBe(true)
    },
  )

  it('never holds a file whole', async () => {
    const size = 12 * 1024 * 1024
    const body = await bodyWith(randomBytes(size))
    const chunks = await collect(body)
    expect(chunks.length).toBeGreaterThan(size / (192 * 1024))
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(256 * 1024)
  })

  it('reads only as fast as it is taken', async () => {
    const body = await bodyWith(randomBytes(4 * 1024 * 1024))
    const chunks = body.chunks()
    await chunks.next()
    await chunks.next()
    expect((await chunks.return(undefined)).done).toBe(true)
  })

  it('keeps for people what was sent, without the bytes', async () => {
    const body = await bodyWith(randomBytes(3000))
    expect(body.sent).toEqual({
      type: 'video_edit',
      prompt: 'a quiet harbour',
      source: { data: '(3000 bytes, left out here)', media_type: 'video/mp4' },
    })
  })

  it('counts its length in bytes and not in letters', async () => {
    const body = await bodyWith(Buffer.from('abc'), 'ein Bär am Fluß 🐻')
    expect(Buffer.concat(await collect(body)).length).toBe(body.length)
  })
})
