import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import type { Generation } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { probe } from '#engine/media/probe.ts'
import { expect } from './studio.fixture.ts'

async function submit(request: APIRequestContext, wanted: GenerationRequest) {
  const id = crypto.randomUUID()
  const posted = await request.post('/api/generations', {
    headers: { 'Idempotency-Key': id },
    data: wanted,
  })
  expect(posted.status(), await posted.text()).toBe(201)
  return id
}

async function completed(request: APIRequestContext, id: string) {
  const look = async () =>
    (await (await request.get(`/api/generations/${id}`)).json()) as Generation
  const ended = async () => {
    const { state, failure_reason } = await look()
    return failure_reason ?? state
  }
  await expect.poll(ended, { timeout: 90_000, intervals: [100, 250] }).toBe('completed')
  return look()
}

/** Submits a request as any client would, and waits until it is completed. */
export const make = async (request: APIRequestContext, wanted: GenerationRequest) =>
  completed(request, await submit(request, wanted))

/** Submits one after another, and waits for all together. */
export async function makeAll(request: APIRequestContext, ...wanted: readonly GenerationRequest[]) {
  const ids: string[] = []
  for (const each of wanted) ids.push(await submit(request, each))
  return Promise.all(ids.map((id) => completed(request, id)))
}

/** What an archived output really holds. */
export async function probeOutput(request: APIRequestContext, output: MediaItem, folder: string) {
  const media = await request.get(`/media/${output.sha256}`)
  expect(media.headers()['content-type']).toBe(output.media_type)
  const path = join(folder, `${output.sha256}.${output.media_type.split('/')[1]}`)
  writeFileSync(path, await media.body())
  return probe(path)
}
