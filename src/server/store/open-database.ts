import { Kysely, SqliteDialect } from 'kysely'
import Sqlite from 'libsql'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The database was written by a newer Dailies; it was not touched. */
class NewerSchemaError extends Error {
  constructor(found: number) {
    super(
      `The database has version ${found}, and this Dailies knows up to ${migrations.length}: ` +
        'update Dailies, or set DAILIES_DATA to another folder.',
    )
    this.name = 'NewerSchemaError'
  }
}

function readVersion(sqlite: Sqlite.Database): number {
  const [row] = sqlite.pragma('user_version') as { user_version: number }[]
  return row?.user_version ?? 0
}

/** Opens and brings up to date. Every commit is on the disk when it returns. */
export function openDatabase(path: string): Kysely<Tables> {
  const sqlite = new Sqlite(path)
  try {
    const version = readVersion(sqlite)
    if (version > migrations.length) throw new NewerSchemaError(version)
    sqlite.pragma('busy_timeout = 5000')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue
      sqlite.exec(`begin immediate; ${migration}; pragma user_version = ${index + 1}; commit;`)
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
}
