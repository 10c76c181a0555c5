import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Family, family } from '#contract/family.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const of = (generation_id: string) => ({ generation_id })
const clip = { resolution: '360p' } as const

async function make(wanted: GenerationRequest, origin?: string): Promise<string> {
  const id = randomUUID()
  const answer = await server.post(wanted, id, origin ? { 'dailies-origin': origin } : {})
  expect(answer.status).toBe(201)
  await server.until(id, 'completed')
  return id
}
const image = (prompt: string, part: object = {}) =>
  make({ type: 'image', prompt, aspect_ratio: '16:9', ...part })
const video = (prompt: string, part: object) =>
  make({ type: 'video', prompt, aspect_ratio: '16:9', video: { ...clip, ...part } })

async function familyOf(id: string): Promise<Family> {
  return family.parse(await (await server.request(`/api/generations/${id}/family`)).json())
}

/** `child ← parent: step`, by words. */
function told({ members, links }: Family): string[] {
  const words = new Map(members.map((member) => [member.seq, member.words]))
  return links
    .map(({ child, parent, step, frame }) => {
      const at = frame === null ? '' : ` at ${frame}`
      return `${words.get(child)} ← ${words.get(parent)}: ${step}${at}`
    })
    .toSorted()
}

describe('a family', () => {
  it('of twelve over four generations is told whole from any of its members', async () => {
    const root = await image('root')
    const night = await make({ type: 'image_edit', prompt: 'night', source: of(root) })
    const shot = await video('shot', { start_frame: of(root) })
    await image('sister', { image_ref: [of(root)] })
    const on = await video('on', { start_frame: of(shot) })
    await video('before', { end_frame: of(shot) })
    const ink = await make({
      type: 'video_edit',
      prompt: 'ink',
      source: of(shot),
      video: { ...clip, edit: { keyframes: [{ frame: 3, image: of(night) }] } },
    })
    await make({
      type: 'video_reframe',
      prompt: 'tall',
      aspect_ratio: '9:16',
      source: of(shot),
      video: clip,
    })
    const fog = await make({ type: 'image_edit', prompt: 'fog', source: of(night) })
    await video('further', { start_frame: of(on) })
    await make({
      type: 'video_reframe',
      prompt: 'square',
      aspect_ratio: '1:1',
      source: of(ink),
      video: clip,
    })
    const drift = await video('drift', {
      keyframes: [
        { frame: 0, image: of(fog) },
        { frame: 120, image: of(night) },
      ],
    })
    const expected = [
      'before ← shot: extend_backward',
      'drift ← fog: keyframe',
      'drift ← night: keyframe',
      'fog ← night: edit',
      'further ← on: extend_forward',
      'ink ← night: keyframe',
      'ink ← shot: edit',
      'night ← root: edit',
      'on ← shot: extend_forward',
      'shot ← root: start_frame',
      'sister ← root: reference',
      'square ← ink: reframe',
      'tall ← shot: reframe',
    ]
    for (const id of [root, drift, on]) {
      const whole = await familyOf(id)
      expect(whole.members).toHaveLength(12)
      expect(told(whole)).toEqual(expected)
    }
    expect((await familyOf(root)).members.find(({ id }) => id === root)?.children).toBe(3)
  })

  it('knows whose words and settings were taken, and which exact frame', async () => {
    const first = await video('first', {})
    const again = await make(
      { type: 'video', prompt: 'again', aspect_ratio: '16:9', video: clip },
      `${first};again`,
    )
    const sha256 = (await server.record(first)).outputs[0]?.sha256
    const taken = await server.sendJson('POST', '/api/uploads/from-frame', { sha256, frame: 42 })
    const { id: upload_id } = (await taken.json()) as { id: string }
    await make({ type: 'image_edit', prompt: 'still', source: { upload_id } })
    expect(told(await familyOf(again))).toEqual([
      'again ← first: again',
      'still ← first: edit at 42',
    ])
  })

  it('knows the parent of a part that was cut out of a clip', async () => {
    const whole = await video('whole', {})
    const { sha256 } = (await server.record(whole)).outputs[0]!
    const bytes = await (await server.request(`/media/${sha256}`)).arrayBuffer()
    const { id } = await server.upload(new Uint8Array(bytes))
    const cut = await server.sendJson('POST', `/api/uploads/${id}/trim`, {
      from_frame: 2,
      frames: 10,
    })
    const part = (await cut.json()) as { id: string; sha256: string }
    const source = { upload_id: part.id }
    await make({ type: 'video_edit', prompt: 'part', source, video: clip })
    const frame = { sha256: part.sha256, frame: 3 }
    const taken = await server.sendJson('POST', '/api/uploads/from-frame', frame)
    const { id: upload_id } = (await taken.json()) as { id: string }
    await video('closer', { end_frame: { upload_id } })
    expect(told(await familyOf(whole))).toEqual([
      'closer ← whole: end_frame at 5',
      'part ← whole: edit',
    ])
  })

  it('keeps a parent of the other world', async () => {
    const here = await image('here')
    await server.restart('local')
    const there = await make({ type: 'image_edit', prompt: 'there', source: of(here) })
    expect(told(await familyOf(there))).toEqual(['there ← here: edit'])
    await server.restart('luma')
  })

  it('has no parent that is not there', async () => {
    const answer = await server.post({ type: 'image', prompt: 'x' }, randomUUID(), {
      'dailies-origin': `${randomUUID()};again`,
    })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ path: 'origin' })
    const nonsense = await server.post({ type: 'image', prompt: 'x' }, randomUUID(), {
      'dailies-origin': 'yes',
    })
    expect(nonsense.status).toBe(422)
    expect((await server.request(`/api/generations/${randomUUID()}/family`)).status).toBe(404)
  })

  it('of a set is told by the origin of its items', async () => {
    const parent = await image('parent')
    const items = ['one', 'two'].map((prompt) => ({
      id: randomUUID(),
      request: { type: 'image', prompt },
      origin: { id: parent, step: 'settings' },
    }))
    const answer = await server.sendJson('POST', '/api/sets', { id: randomUUID(), items })
    expect(answer.status).toBe(201)
    for (const { id } of items) await server.until(id, 'completed')
    expect(told(await familyOf(parent))).toEqual([
      'one ← parent: settings',
      'two ← parent: settings',
    ])
  })
})
