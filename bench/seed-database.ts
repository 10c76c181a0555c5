import Sqlite from 'libsql'
import type { MediaRow } from '#server/store/tables.ts'
import type { SeedRow } from './seed-rows.ts'

type Board = { id: string; name: string; find: string | null; created_at: string }

/** Rows as one JSON text for each statement: a thousand at once cost the way into the database once. */
export function openSeedDatabase(path: string) {
  const sqlite = new Sqlite(path)
  for (const setting of ['synchronous = off', 'cache_size = -400000', 'temp_store = memory']) {
    sqlite.pragma(setting)
  }

  function insert(table: string, rows: readonly object[], how = 'insert') {
    const [first] = rows
    if (!first) return
    const names = Object.keys(first)
    const values = names.map((name) => `value ->> '$.${name}'`)
    sqlite
      .prepare(
        `${how} into ${table} (${names.join()}) select ${values.join()} from json_each(?) where true`,
      )
      .run(JSON.stringify(rows))
  }

  return {
    count: () =>
      (sqlite.prepare('select count(*) as rows from generations').get() as { rows: number }).rows,
    lastSeq: () =>
      (sqlite.prepare('select max(seq) as last from generations').get() as { last: number | null })
        .last ?? 0,

    addBoards: (rows: readonly Board[]) => insert('boards', rows),
    addMedia: (rows: readonly MediaRow[]) => insert('media', rows, 'insert or ignore'),

    addRows(made: readonly SeedRow[]) {
      sqlite.exec('begin')
      insert(
        'generations',
        made.map(({ row }) => row),
      )
      insert(
        'outputs',
        made.flatMap(({ row: { id: generation_id }, outputs }) =>
          outputs.map((sha256, position) => ({ generation_id, position, sha256 })),
        ),
      )
      insert(
        'links',
        made.flatMap(({ links }) => links),
      )
      insert(
        'tags',
        made.flatMap(({ row: { seq }, tags }) => tags.map((tag) => ({ seq, tag }))),
      )
      insert(
        'board_items',
        made.flatMap(({ row: { seq }, boards }) => boards.map((board_id) => ({ board_id, seq }))),
      )
      sqlite.exec('commit')
    },

    /** The newest prompts, as the history has them. */
    notePrompts(limit: number) {
      sqlite.exec(`insert or ignore into prompts (prompt, type, used_at, times)
        select prompt, type, created_at, times from (
          select prompt, request ->> '$.type' as type, created_at, count(*) as times, max(seq) as newest
          from (select * from generations order by seq desc limit ${limit}) group by prompt
        ) order by newest`)
    },

    close() {
      sqlite.pragma('optimize')
      sqlite.pragma('wal_checkpoint(truncate)')
      sqlite.close()
    },
  }
}
