import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-store-'))
  path = join(folder, 'dailies.sqlite')
})
afterEach(() => rm(folder, { recursive: true }))

const row = (id: string) => ({
  id,
  state: 'intent' as const,
  world: 'luma' as const,
  model: 'uni-1' as const,
  kind: 'image uni-1',
  request: '{"type":"image","prompt":"x"}',
  request_hash: 'h',
  created_at: '2026-11-22T12:00:00.000Z',
})

describe('the store', () => {
  it('keeps what was committed', async () => {
    const first = openStore(path)
    expect(await first.generations.add([row('a')])).toBe(true)
    expect(await first.generations.add([row('a')])).toBe(false)
    await first.close()
    const second = openStore(path)
    expect(await second.generations.find('a')).toMatchObject({ state: 'intent', seq: 1 })
    await second.close()
  })

  it('leaves a database of a newer version as it is', async () => {
    await openStore(path).close()
    const sqlite = new Sqlite(path)
    sqlite.exec('pragma user_version = 999; pragma wal_checkpoint(truncate)')
    sqlite.close()
    const before = await readFile(path)
    expect(() => openStore(path)).toThrow(/version 999/)
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('moves a life only from where it stands', async () => {
    const store = openStore(path)
    await store.generations.add([row('a')])
    expect(await store.generations.move('a', ['queued'], 'processing')).toBeUndefined()
    expect(await store.generations.move('a', ['intent'], 'submitting')).toMatchObject({
      state: 'submitting',
    })
    expect(await store.generations.complete('a', [], '2026-11-22T12:00:01.000Z')).toBeUndefined()
    await store.close()
  })
})
