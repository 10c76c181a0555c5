import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineFolder } from './engine-folder.ts'
import { isSettled, type Job, job } from './job.ts'

function read(path: string): Job | null {
  try {
    return job.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** Every job in memory, each also a file, so that a restart knows them all. */
export function openJobStore(folder: EngineFolder) {
  const jobs = new Map<string, Job>()
  const outputsOf = (id: string) => join(folder.outputs, id)

  function save(one: Job) {
    const path = join(folder.jobs, `${one.id}.json`)
    writeFileSync(`${path}.part`, JSON.stringify(one), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  }

  /** Unfinished jobs start anew, and a finished job whose files were taken away says so. */
  function recover(one: Job) {
    if (one.state === 'processing') one.state = 'queued'
    const isComplete = one.outputs.every(({ name }) => existsSync(join(outputsOf(one.id), name)))
    if (one.state === 'completed' && !isComplete) {
      one.state = 'failed'
      one.outputs = []
      one.failure_code = 'output_not_found'
      one.failure_reason = 'The files of this generation are no longer there.'
    }
    if (one.state === 'queued') one.frames_done = 0
  }

  const found: Job[] = []
  for (const name of readdirSync(folder.jobs)) {
    const path = join(folder.jobs, name)
    if (name.endsWith('.part')) rmSync(path)
    const one = name.endsWith('.json') && read(path)
    if (one) found.push(one)
  }
  for (const one of found.toSorted((a, b) => a.nth - b.nth)) {
    recover(one)
    jobs.set(one.id, one)
  }
  for (const id of readdirSync(folder.outputs)) {
    if (jobs.get(id)?.state !== 'completed') rmSync(outputsOf(id), { recursive: true })
  }
  let last = Math.max(0, ...found.map(({ nth }) => nth))

  return {
    save,
    outputsOf,
    nextNth: () => ++last,
    /** Kept on disk before this returns. */
    add(one: Job) {
      save(one)
      jobs.set(one.id, one)
    },
    /** A settled one, with its files; of any other nothing happens. */
    remove(id: string) {
      if (!isSettled(jobs.get(id))) return
      rmSync(join(folder.jobs, `${id}.json`), { force: true })
      jobs.delete(id)
      rmSync(outputsOf(id), { recursive: true, force: true })
    },
    get: (id: string) => jobs.get(id),
    /** In the order of submission. */
    all: () => [...jobs.values()],
  }
}
export type JobStore = ReturnType<typeof openJobStore>
