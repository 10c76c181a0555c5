import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'libsql'
import { expect, it, onTestFinished } from 'vitest'
import { generation } from '#contract/generation.ts'
import { migrations } from './migrations.ts'
import { nothingSaid } from './mark-rows.ts'
import { openStore } from './open-store.ts'
import { toRecord } from './to-record.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const request = (prompt: string) => JSON.stringify({ type: 'image', prompt })
const at = (minute: number) => `2026-11-22T12:0${minute}:00.000Z`

it('a database of the first version opens and keeps its rows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dailies-migration-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'dailies.sqlite')
  const sqlite = new Sqlite(path)
  sqlite.exec(`${migrations[0]}; pragma user_version = 1`)
  const insert = sqlite.prepare(
    `insert into generations (id, state, world, model, kind, request, request_hash, created_at,
      submitted_at, settled_at, retry_at, price) values (?, ?, 'luma', 'uni-1', 'image uni-1', ?,
      'hash', ?, ?, ?, ?, '{"usd":0.0404,"estimate":false}')`,
  )
  insert.run(id(1), 'completed', request('A fox'), at(1), at(1), at(2), null)
  insert.run(id(2), 'held', request('A pear'), at(2), null, null, at(9))
  insert.run(id(3), 'completed', request('A fox'), at(3), at(3), at(4), null)
  sqlite.close()

  const store = openStore(path)
  const rows = await store.generations.page(10)
  const records = rows.map((row) => generation.parse(toRecord(row, [], nothingSaid, null)))
  expect(records.map(({ request: { prompt } }) => prompt)).toEqual(['A fox', 'A pear', 'A fox'])
  expect(records.map(({ set }) => set)).toEqual([null, null, null])
  expect(records[1]?.held).toEqual({ reason: 'rate_limited', until: at(9) })
  expect(await store.queue.next('luma')).toMatchObject({ id: id(2), retry_at: at(9) })
  expect(await store.prompts.search('', 10)).toEqual([
    { prompt: 'A fox', type: 'image', used_at: at(3), times: 2 },
    { prompt: 'A pear', type: 'image', used_at: at(2), times: 1 },
  ])
  expect(await store.prompts.search('pea', 10)).toHaveLength(1)
  expect(await store.spending.within(at(2), at(9))).toMatchObject({ usd: 0.0404 })
  await store.close()
})
