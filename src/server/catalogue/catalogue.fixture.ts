import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Sqlite from 'libsql'
import { type FacetName, facetNames, type Find, sorts } from '#contract/find.ts'
import { createEvents } from '../life/events.ts'
import type { CatalogueRow } from '../store/catalogue-rows.ts'
import { openStore } from '../store/open-store.ts'
import { createCatalogue } from './catalogue.ts'

const of = <T>(...values: T[]) => fc.constantFrom(...values)

const handBoards = [randomUUID(), randomUUID()]
export const smartBoard = { id: randomUUID(), name: 'Smart', find: 'type=video&stars=0&stars=5' }
export const boards = [
  ...handBoards.map((id, index) => ({ id, name: `Board ${index}`, find: null })),
  smartBoard,
]
const sets = [randomUUID(), randomUUID(), randomUUID()]
const days = [20, 21, 23].map((day) => `2026-11-${day}T12:00:00.000Z`)

/** Any row at all; many share days, sets and prices, so that there is much to tie. */
const anyRow = fc.record({
  kind: of(
    'image uni-1',
    'image_edit uni-1-max',
    'video ray-3.2 720p 5s',
    'video ray-3.2 1080p 10s',
  ),
  state: of('completed' as const, 'failed' as const),
  world: of('local' as const, 'luma' as const),
  ratio: of(null, '16:9', '1:1'),
  resolution: of(null, '720p', '1080p'),
  hdr: of(0, 1),
  aspect: fc.integer({ min: 1, max: 65_535 }),
  failure: of(null, 'content_moderated', 'withdrawn'),
  stars: fc.integer({ min: 0, max: 5 }),
  review: of(null, 'pick' as const, 'reject' as const),
  favourite: of(0, 1),
  createdAt: of(...days),
  usd: of(null, 0, 0.0404, 0.3, 7.2),
  seconds: of(null, 5, 12.5),
  setId: of(null, ...sets),
  setPosition: fc.integer({ min: 1, max: 24 }),
  isTrashed: of(false, false, true),
  isErased: of(false, false, false, true),
  hasChildren: fc.boolean(),
  tags: fc.subarray(['Faces', 'cold', 'warm']),
  boards: fc.subarray(handBoards),
})

export const someRows = fc
  .array(anyRow, { minLength: 1, maxLength: 250, size: 'max' })
  .map((rows): CatalogueRow[] => {
    const child = rows.findIndex(({ isErased }) => !isErased)
    return rows.map((each, index) => ({
      ...each,
      seq: index * 2 + 1,
      seconds: each.kind.startsWith('video') && each.state === 'completed' ? each.seconds : null,
      hasChildren: each.hasChildren && child >= 0 && child !== index,
    }))
  })

const values: Record<FacetName, string[]> = {
  type: ['image', 'image_edit', 'video'],
  model: ['uni-1', 'ray-3.2'],
  ratio: ['16:9', '21:9'],
  resolution: ['720p'],
  state: ['completed', 'failed'],
  failure: ['withdrawn', 'never heard of'],
  stars: ['0', '3', '5'],
  review: ['none', 'pick'],
  favourite: ['yes', 'no'],
  tag: ['COLD', 'faces', 'nobody'],
  board: [...handBoards, smartBoard.id],
  day: ['2026-11-20', '2026-11-23'],
  children: ['yes'],
  hdr: ['no'],
  world: ['luma', 'local'],
  set: sets.slice(1),
}
const facets = fc
  .subarray([...facetNames], { maxLength: 4 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(names.map((name) => [name, fc.subarray(values[name], { minLength: 1 })])),
    ),
  )

export const someFind: fc.Arbitrary<Find> = fc.record({
  q: fc.constant(''),
  facets,
  sort: of(...sorts),
  isTrash: of(false, false, true),
  isStacked: fc.boolean(),
})

const media = [5, 12.5].map((duration_s) => ({ sha256: `clip of ${duration_s}`, duration_s }))

/** A database that can be filled with any rows, and catalogues of it. */
export function openCatalogueDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'dailies-catalogue-'))
  const path = join(folder, 'dailies.sqlite')
  const store = openStore(path)
  const sqlite = new Sqlite(path)
  sqlite.pragma('synchronous = off')

  function insert(table: string, rows: readonly object[]) {
    const names = Object.keys(rows[0] ?? {})
    if (!names.length) return
    const each = names.map((name) => `value ->> '$.${name}'`).join()
    sqlite
      .prepare(`insert into ${table} (${names.join()}) select ${each} from json_each(?)`)
      .run(JSON.stringify(rows))
  }
  insert(
    'boards',
    boards.map((board) => ({ ...board, created_at: days[0] })),
  )
  insert(
    'media',
    media.map((each) => ({ ...each, medium: 'video', media_type: 'video/mp4', bytes: 1 })),
  )

  async function withCatalogue(use: (catalogue: Catalogue) => Promise<void>) {
    const catalogue = createCatalogue({ store, events: createEvents() })
    try {
      await use(catalogue)
    } finally {
      await catalogue.close()
    }
  }

  return {
    async of(rows: readonly CatalogueRow[], use: (catalogue: Catalogue) => Promise<void>) {
      const named = rows.map((each) => ({ ...each, id: randomUUID() }))
      const child = named.find(({ isErased }) => !isErased)
      sqlite.exec('begin; delete from generations')
      insert('generations', named.map(toColumns))
      insert(
        'outputs',
        named.flatMap(({ id, seconds }) =>
          seconds === null
            ? []
            : [{ generation_id: id, position: 0, sha256: `clip of ${seconds}` }],
        ),
      )
      insert(
        'links',
        named.flatMap(({ seq: parent, hasChildren }) =>
          hasChildren && child
            ? [{ child: child.seq, parent, step: 'edit', path: '$.source' }]
            : [],
        ),
      )
      insert(
        'tags',
        named.flatMap(({ seq, tags }) => tags.map((tag) => ({ seq, tag }))),
      )
      insert(
        'board_items',
        named.flatMap(({ seq, boards: on }) => on.map((board_id) => ({ board_id, seq }))),
      )
      sqlite.exec('commit')
      await withCatalogue(use)
    },

    /** Of pictures with these prompts; `add` gives another one and tells nobody. */
    async ofPrompts(
      prompts: readonly string[],
      use: (catalogue: Catalogue, add: (prompt: string) => number) => Promise<void>,
    ) {
      let seq = 0
      const add = (prompt: string) => {
        seq += 1
        insert('generations', [pictureOf(seq, prompt)])
        return seq
      }
      sqlite.exec(
        "begin; delete from generations; insert into generation_words (generation_words) values ('rebuild')",
      )
      prompts.forEach(add)
      sqlite.exec('commit')
      await withCatalogue((catalogue) => use(catalogue, add))
    },

    async close() {
      sqlite.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Catalogue = ReturnType<typeof createCatalogue>

const pictureOf = (seq: number, prompt: string) => ({
  seq,
  id: randomUUID(),
  state: 'completed',
  world: 'local',
  model: 'uni-1',
  kind: 'image uni-1',
  request: JSON.stringify({ type: 'image', prompt }),
  request_hash: '',
  created_at: days[0],
})

const toColumns = (row: CatalogueRow & { id: string }) => ({
  seq: row.seq,
  id: row.id,
  state: row.state,
  world: row.world,
  model: row.kind.split(' ')[1],
  kind: row.kind,
  request: JSON.stringify({ type: row.kind.split(' ')[0], prompt: `number ${row.seq}` }),
  request_hash: '',
  created_at: row.createdAt,
  failure_code: row.failure,
  price: row.usd === null ? null : JSON.stringify({ usd: row.usd, estimate: false }),
  set_id: row.setId,
  set_position: row.setPosition,
  ratio: row.ratio,
  resolution: row.resolution,
  hdr: row.hdr,
  aspect: row.aspect,
  favourite: row.favourite,
  stars: row.stars,
  review: row.review,
  trashed_at: row.isTrashed ? row.createdAt : null,
  erased_at: row.isErased ? row.createdAt : null,
})
