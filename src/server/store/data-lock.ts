import Database from 'libsql'

/** Another process works in the data folder. */
class DataLockedError extends Error {
  constructor(root: string) {
    super(`Another Dailies is running on ${root}. Stop it, or set DAILIES_DATA to another folder.`)
    this.name = 'DataLockedError'
  }
}

/**
 * One process for each data folder, by SQLite's lock on a file of its own: the system frees it
 * when the process ends, however it ends. @throws DataLockedError
 */
export function lockData(path: string, root: string): { release(): void } {
  const database = new Database(path)
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw new DataLockedError(root)
    throw error
  }
  return { release: () => database.close() }
}
