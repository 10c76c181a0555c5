import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Family, family } from '#contract/family.ts'
import type { Generation } from '#contract/generation.ts'
import { generationSet } from '#contract/set.ts'
import { removeErased } from '../media/remove-erased.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'
import { openDataFolder } from '../store/data-folder.ts'
import { openStore } from '../store/open-store.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ world: 'local' })
})
afterAll(() => server.close())

const fox = (prompt: string) => ({ type: 'image', prompt, aspect_ratio: '1:1' })
const make = async (body: object): Promise<Generation> =>
  server.until(await server.submit(body), 'completed')
async function erase(...seqs: number[]) {
  await server.sendJson('POST', '/api/trash', { seqs })
  const confirm = seqs.length
  const answer = await server.sendJson('POST', '/api/trash/erase', { seqs, confirm })
  expect(await answer.json()).toEqual({ changed: seqs.length })
}
const shaOf = ({ outputs }: Generation) => outputs[0]!.sha256
const fileOf = (sha256: string) => join(server.data, 'media', sha256.slice(0, 2), sha256)
const stillOf = (sha256: string, drawn = '') =>
  join(server.data, 'stills', sha256.slice(0, 2), `${sha256}${drawn}.webp`)
async function familyOf(id: string): Promise<Family> {
  return family.parse(await (await server.request(`/api/generations/${id}/family`)).json())
}

it('an id of what was erased is neither answered nor sent again', async () => {
  const body = fox('once')
  const { id, seq } = await make(body)
  await erase(seq)
  const posts = server.posts().length
  const again = await server.post(body, id)
  expect(again.status).toBe(409)
  expect(await again.json()).toMatchObject({ code: 'same_id_other_body' })
  expect(server.posts()).toHaveLength(posts)
  for (const path of ['', '/family']) {
    expect((await server.request(`/api/generations/${id}${path}`)).status).toBe(404)
  }
  const change = await server.sendJson('PATCH', `/api/generations/${id}`, { stars: 1 })
  expect(change.status).toBe(404)
  expect(
    await (await server.sendJson('POST', '/api/trash/restore', { seqs: [seq] })).json(),
  ).toEqual({ changed: 0 })
})

it('nothing new comes from what was erased', async () => {
  const { id, seq } = await make(fox('a source'))
  await erase(seq)
  const edit = await server.post({ type: 'image_edit', prompt: 'x', source: { generation_id: id } })
  expect(await edit.json()).toMatchObject({ code: 'rule', path: 'source' })
  const items = ['one', 'two'].map((prompt) => ({
    id: randomUUID(),
    request: fox(prompt),
    origin: { id, step: 'again' },
  }))
  const set = await server.sendJson('POST', '/api/sets', { id: randomUUID(), items })
  expect(set.status).toBe(422)
  expect(await set.json()).toMatchObject({ path: 'items[0].origin' })
})

it('a set of which one was erased is told without it, and is still the same set', async () => {
  const items = ['one', 'two'].map((prompt) => ({ id: randomUUID(), request: fox(prompt) }))
  const body = { id: randomUUID(), items }
  await server.sendJson('POST', '/api/sets', body)
  const [first] = await Promise.all(items.map(({ id }) => server.until(id, 'completed')))
  await erase(first!.seq)
  const again = await server.sendJson('POST', '/api/sets', body)
  expect(again.status).toBe(200)
  const { data } = generationSet.parse(await again.json())
  expect(data.map(({ id }) => id)).toEqual([items[1]!.id])
})

/** Another with the same bytes. */
async function twinOf({ id }: Generation): Promise<Generation> {
  const store = openStore(join(server.data, 'dailies.sqlite'))
  const { seq: _, prompt: __, ...row } = (await store.generations.find(id))!
  const twin = { ...row, id: randomUUID(), state: 'archiving' as const }
  await store.generations.add([twin])
  const outputs = (await store.media.ofGenerations([id])).get(id) ?? []
  await store.generations.complete(twin.id, outputs, row.created_at)
  await store.close()
  return server.record(twin.id)
}

it('goes with all that was drawn of it, and bytes that another shows stay', async () => {
  const [one, other] = [await make(fox('twins')), await make(fox('x'))]
  const twin = await twinOf(one)
  const paths = [fileOf(shaOf(one)), stillOf(shaOf(one)), stillOf(shaOf(one), '-frame-3')]
  await writeFile(paths[2]!, 'drawn')
  await erase(one.seq, other.seq)
  expect(existsSync(fileOf(shaOf(other)))).toBe(false)
  expect(paths.map((path) => existsSync(path))).toEqual([true, true, true])
  await erase(twin.seq)
  expect(paths.map((path) => existsSync(path))).toEqual([false, false, false])
})

it('files that a crash left are gone after the next start, but not what arrived again', async () => {
  const [lost, back] = [await make(fox('left over')), await make(fox('back again'))]
  const store = openStore(join(server.data, 'dailies.sqlite'))
  const folder = await openDataFolder(server.data)
  await store.trash.throwAway([lost.seq, back.seq], '2026-11-22T12:00:00.000Z')
  await store.trash.erase([lost.seq, back.seq], '2026-11-22T12:00:00.000Z')
  expect(existsSync(fileOf(shaOf(lost)))).toBe(true)
  folder.arriving.begin(shaOf(back))
  await removeErased({ store, folder, upstream: {} })
  expect(existsSync(fileOf(shaOf(lost)))).toBe(false)
  expect(existsSync(fileOf(shaOf(back)))).toBe(true)
  expect(await store.trash.leftoverMedia()).toEqual([shaOf(back)])
  await store.close()
  await server.restart()
  expect(existsSync(fileOf(shaOf(back)))).toBe(false)
})

async function pastWords(): Promise<(string | number)[][]> {
  const answer = await server.request('/api/prompts?q=mentioned')
  const { data } = (await answer.json()) as { data: { prompt: string; times: number }[] }
  return data.map(({ prompt, times }) => [prompt, times])
}

it('its words leave the history with the last that was sent with them', async () => {
  const [one, other] = [await make(fox('mentioned')), await make(fox('mentioned'))]
  await erase(one.seq)
  expect(await pastWords()).toEqual([['mentioned', 1]])
  await erase(other.seq)
  expect(await pastWords()).toEqual([])
})

it('the local engine keeps nothing of it either, also when a crash came before', async () => {
  const [one, other] = [await make(fox('engine copy')), await make(fox('left by a crash'))]
  const jobs = [one, other].map(({ upstream_id }) => upstream_id!)
  const kept = () => jobs.map((id) => server.engine.jobOf(id) !== undefined)
  await erase(one.seq)
  expect(kept()).toEqual([false, true])
  const store = openStore(join(server.data, 'dailies.sqlite'))
  await store.trash.throwAway([other.seq], '2026-11-22T12:00:00.000Z')
  await store.trash.erase([other.seq], '2026-11-22T12:00:00.000Z')
  await store.close()
  expect(kept()).toEqual([false, true])
  await server.restart()
  expect(kept()).toEqual([false, false])
})

it('a member of a family in the trash is told as such', async () => {
  const parent = await make(fox('parent'))
  const source = { generation_id: parent.id }
  const child = await make({ type: 'image_edit', prompt: 'child', source })
  await server.sendJson('POST', '/api/trash', { seqs: [parent.seq] })
  const { members } = await familyOf(child.id)
  expect(members.map(({ seq, trashed }) => [seq, trashed])).toEqual([
    [parent.seq, true],
    [child.seq, false],
  ])
})
