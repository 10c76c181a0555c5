import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from './open-store.ts'
import type { MediaRow } from './tables.ts'

let folder: string
let store: Store
const at = '2026-11-22T12:00:00.000Z'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-links-'))
  store = openStore(join(folder, 'dailies.sqlite'))
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const media = (sha256: string, medium: 'image' | 'video'): MediaRow => ({
  sha256,
  medium,
  media_type: `${medium}/any`,
  bytes: 1,
  width: 16,
  height: 9,
  frames: medium === 'video' ? 120 : null,
  fps: null,
  duration_s: null,
  thumbhash: null,
})

/** Completed at once when it is told what came of it. */
async function add(request: { type: string; source?: unknown }, output?: MediaRow) {
  const id = randomUUID()
  await store.generations.add([
    {
      id,
      state: output ? 'archiving' : 'failed',
      world: 'luma',
      model: 'ray-3.2',
      kind: request.type,
      request: JSON.stringify({ prompt: '', ...request }),
      request_hash: '',
      created_at: at,
    },
  ])
  if (output) await store.generations.complete(id, [output], at)
  return { id, seq: (await store.generations.find(id))!.seq }
}
async function upload(row: MediaRow, from?: { sha256: string; frame: number }) {
  const upload_id = randomUUID()
  await store.uploads.add(upload_id, row, at, from)
  return { upload_id }
}
const whole = ({ id }: { id: string }) => ({ generation_id: id.toUpperCase() })

const childOf = (parent: { id: string }) =>
  add({ type: 'image_edit', source: whole(parent) }, media(randomUUID(), 'image'))

/** Who a request comes from: parent, step, frame. */
async function comesFrom(request: { type: string } & Record<string, unknown>) {
  const { seq } = await add(request)
  const { links } = await store.links.familyOf(seq, 300)
  return links
    .filter(({ child }) => child === seq)
    .map((link) => [link.parent, link.step, link.frame])
}

describe('a link', () => {
  it('says by the field what was done with a generation', async () => {
    const picture = await add({ type: 'image' }, media('p', 'image'))
    const clip = await add({ type: 'video' }, media('c', 'video'))
    const [p, c] = [whole(picture), whole(clip)]
    const keyframes = [{ frame: 3, image: p }]
    for (const [request, parent, step] of [
      [{ type: 'image_edit', source: p }, picture, 'edit'],
      [{ type: 'video_edit', source: c }, clip, 'edit'],
      [{ type: 'video_reframe', source: c }, clip, 'reframe'],
      [{ type: 'image', image_ref: [p] }, picture, 'reference'],
      [{ type: 'video', video: { start_frame: p } }, picture, 'start_frame'],
      [{ type: 'video', video: { end_frame: p } }, picture, 'end_frame'],
      [{ type: 'video', video: { start_frame: c } }, clip, 'extend_forward'],
      [{ type: 'video', video: { end_frame: c } }, clip, 'extend_backward'],
      [{ type: 'video', video: { keyframes } }, picture, 'keyframe'],
      [{ type: 'video_edit', video: { edit: { keyframes } } }, picture, 'keyframe'],
      [{ type: 'video_edit', video: { start_frame: p } }, picture, 'start_frame'],
    ] as const) {
      expect(await comesFrom(request)).toEqual([[parent.seq, step, null]])
    }
  })

  it('is kept for each field, once for pictures named twice in one way', async () => {
    const picture = await add({ type: 'image' }, media('p', 'image'))
    const p = whole(picture)
    expect(await comesFrom({ type: 'image_edit', source: p, image_ref: [p, p] })).toEqual([
      [picture.seq, 'edit', null],
      [picture.seq, 'reference', null],
    ])
  })

  it('goes through uploads: the same bytes, a frame, a part, and a frame of a part', async () => {
    const clip = await add({ type: 'video' }, media('c', 'video'))
    await upload(media('c', 'video'))
    const frame = await upload(media('f', 'image'), { sha256: 'c', frame: 42 })
    const part = await upload(media('cut', 'video'), { sha256: 'c', frame: 10 })
    const again = await upload(media('c', 'video'))
    const { seq } = clip
    expect(await comesFrom({ type: 'video', video: { end_frame: frame } })).toEqual([
      [seq, 'end_frame', 42],
    ])
    expect(await comesFrom({ type: 'video_edit', source: part })).toEqual([[seq, 'edit', null]])
    expect(await comesFrom({ type: 'video_reframe', source: again })).toEqual([
      [seq, 'reframe', null],
    ])
    expect(await store.uploads.madeFrom('cut')).toEqual({ sha256: 'c', frame: 10 })
    expect(await store.uploads.madeFrom('c')).toEqual({ sha256: 'c', frame: 0 })
  })

  it('of bytes that came out twice goes to the first, and never to what came later', async () => {
    const mine = await upload(media('x', 'image'))
    expect(await comesFrom({ type: 'image_edit', source: mine })).toEqual([])
    const first = await add({ type: 'image' }, media('x', 'image'))
    await add({ type: 'image' }, media('x', 'image'))
    expect(await comesFrom({ type: 'image_edit', source: mine })).toEqual([
      [first.seq, 'edit', null],
    ])
  })
})

describe('a family', () => {
  it('stays together when one in the middle is erased, which is not told', async () => {
    const root = await add({ type: 'image' }, media('p', 'image'))
    const middle = await childOf(root)
    const last = await childOf(middle)
    await store.trash.throwAway([middle.seq], at)
    expect(await store.trash.erase([middle.seq], at)).toBe(1)
    expect(await store.links.familyOf(root.seq, 300)).toEqual({
      members: [root.seq, last.seq],
      links: [],
      cut: false,
    })
  })

  it('too large to be told whole is told from near to far', async () => {
    const root = await add({ type: 'image' }, media('p', 'image'))
    const children = [await childOf(root), await childOf(root), await childOf(root)]
    const grandchild = await childOf(children[2]!)
    const near = await store.links.familyOf(grandchild.seq, 3)
    expect(near).toMatchObject({ members: [root.seq, children[2]!.seq, grandchild.seq], cut: true })
    expect(near.links).toHaveLength(2)
    expect(await store.links.familyOf(root.seq, 5)).toMatchObject({ cut: false })
  })
})
