import { changed } from '#contract/marks.ts'
import { ask } from './client.ts'

const post = (path: string, body: unknown) => ask(path, changed, { method: 'POST', body })

/** To the trash: nothing is lost yet. */
export const moveToTrash = (seqs: readonly number[]) => post('/api/trash', { seqs })

export const restoreFromTrash = (seqs: readonly number[]) => post('/api/trash/restore', { seqs })

/** Erases originals for good. The number of them is what the person said yes to. */
export const eraseForGood = (seqs: readonly number[]) =>
  post('/api/trash/erase', { seqs, confirm: seqs.length })
