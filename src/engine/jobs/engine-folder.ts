import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const temporary = /^dailies-engine-(\d+)-/

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function removeAbandoned() {
  for (const name of readdirSync(tmpdir())) {
    const pid = temporary.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/**
 * Where jobs, outputs and unfinished files live. Without `given` it is a temporary folder that
 * `remove` deletes, or the next start when this process was killed. Unfinished files of an earlier
 * run are gone when this returns.
 */
export function openEngineFolder(given?: string) {
  if (!given) removeAbandoned()
  const root = given ?? mkdtempSync(join(tmpdir(), `dailies-engine-${process.pid}-`))
  const [jobs, outputs, media, unfinished] = ['jobs', 'outputs', 'media', 'unfinished'].map(
    (name) => join(root, name),
  ) as [string, string, string, string]
  rmSync(unfinished, { recursive: true, force: true })
  for (const folder of [jobs, outputs, media, unfinished]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return {
    jobs,
    outputs,
    media,
    /** The name of a file that is not there yet, for media on their way in. */
    incoming: () => join(unfinished, `incoming-${randomUUID()}`),
    /** A new empty folder for one attempt at a job. */
    attempt: (id: string) => mkdtempSync(join(unfinished, `${id}-`)),
    remove() {
      if (!given) rmSync(root, { recursive: true, force: true })
    },
  }
}
export type EngineFolder = ReturnType<typeof openEngineFolder>
