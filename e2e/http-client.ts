import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import type { Generation } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { probe } from '#engine/media/probe.ts'
import { expect } from './studio.fixture.ts'

/** Submits a request as any client would, and waits until it is completed. */
export async function make(request: APIRequestContext, wanted: GenerationRequest) {
  const id = crypto.randomUUID()
  const posted = await request.post('/api/generations', {
    headers: { 'Idempotency-Key': id },
    data: wanted,
  })
  expect(posted.status(), await posted.text()).toBe(201)
  const look = async () =>
    (await (await request.get(`/api/generations/${id}`)).json()) as Generation
  const ended = async () => {
    const { state, failure_reason } = await look()
    return failure_reason ?? state
  }
  await expect.poll(ended, { timeout: 90_000 }).toBe('completed')
  return look()
}

/** What an archived output really holds. */
export async function probeOutput(request: APIRequestContext, output: MediaItem, folder: string) {
  const media = await request.get(`/media/${output.sha256}`)
  expect(media.headers()['content-type']).toBe(output.media_type)
  const path = join(folder, `${output.sha256}.${output.media_type.split('/')[1]}`)
  writeFileSync(path, await media.body())
  return probe(path)
}
