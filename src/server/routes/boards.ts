import { setImmediate as breathe } from 'node:timers/promises'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { type Board, boardChange, newBoard } from '#contract/board.ts'
import { readFind, writeFind } from '#contract/find.ts'
import { selection } from '#contract/marks.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { readBody } from '../http/read-body.ts'
import { ProblemError } from '../problem-error.ts'
import type { BoardRow } from '../store/board-rows.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; catalogue: Catalogue }

const boardId = z.uuid()
/** Of how many of the newest a picture is looked for. */
const coverReach = 8

const noSuch = () => new ProblemError('not_found', 'There is no such board.')
const nameTaken = () =>
  new ProblemError('name_taken', 'Another board has this name: choose another.', { path: 'name' })

/** The same search is the same text. */
const normalised = (find: string) => writeFind(readFind(new URLSearchParams(find))).toString()

export function boardRoutes({ store, catalogue }: Parts) {
  const { boards } = store

  async function find(param: string): Promise<BoardRow> {
    const parsed = boardId.safeParse(param)
    const row = parsed.success ? await boards.find(parsed.data.toLowerCase()) : undefined
    if (!row) throw noSuch()
    return row
  }

  async function found(saved: string) {
    await breathe()
    const { total, seqs } = await catalogue.wall(readFind(new URLSearchParams(saved)))
    return { count: total, newest: [...seqs.subarray(0, coverReach)] }
  }

  async function told({ id, name, find: saved, created_at }: BoardRow): Promise<Board> {
    const { count, newest } = await (saved ? found(saved) : boards.shown(id, coverReach))
    const tiles = await store.tiles.tilesOf(newest)
    const still = tiles.find((tile) => tile.still)?.still
    const cover = still
      ? `/media/${still.sha256}/${still.medium === 'video' ? 'poster' : 'thumb'}`
      : null
    return { id, name, find: saved ?? null, count, cover, created_at }
  }

  async function filled(param: string): Promise<BoardRow> {
    const row = await find(param)
    if (row.find === null) return row
    const detail = 'This board is a saved search: what fits it is on it by itself.'
    throw new ProblemError('rule', detail, { path: 'seqs' })
  }

  return new Hono()
    .get('/', async (context) => {
      const data: Board[] = []
      for (const row of await boards.list()) data.push(await told(row))
      return context.json({ data })
    })
    .post('/', async (context) => {
      const { id, name, find: saved } = await readBody(context.req.raw, newBoard)
      const known = await boards.find(id.toLowerCase())
      const row = {
        id: id.toLowerCase(),
        name,
        find: saved ? normalised(saved) : null,
        created_at: known?.created_at ?? new Date().toISOString(),
      }
      if (known && (known.name !== row.name || known.find !== row.find)) {
        const detail = 'This id was used for another board: make a new one.'
        throw new ProblemError('same_id_other_body', detail, { path: 'id' })
      }
      if ((await boards.add(row)) === 'name_taken') throw nameTaken()
      await catalogue.touch([])
      return context.json(await told(row), known ? 200 : 201)
    })
    .patch('/:id', async (context) => {
      const row = await find(context.req.param('id'))
      const { name, find: saved } = await readBody(context.req.raw, boardChange)
      if (saved !== undefined && row.find === null) {
        const detail = 'What is on this board was put there by hand: save a search as a new one.'
        throw new ProblemError('rule', detail, { path: 'find' })
      }
      const part = {
        ...(name !== undefined && { name }),
        ...(saved !== undefined && { find: normalised(saved) }),
      }
      if ((await boards.change(row.id, part)) === 'name_taken') throw nameTaken()
      await catalogue.touch([])
      return context.json(await told({ ...row, ...part }))
    })
    .delete('/:id', async (context) => {
      const row = await find(context.req.param('id'))
      const board = await told(row)
      await boards.remove(row.id)
      await catalogue.touch([])
      return context.json(board)
    })
    .post('/:id/items', async (context) => {
      const { id } = await filled(context.req.param('id'))
      const { seqs } = await readBody(context.req.raw, selection)
      const changed = await boards.put(id, seqs)
      await catalogue.touch(seqs)
      return context.json({ changed })
    })
    .post('/:id/items/remove', async (context) => {
      const { id } = await filled(context.req.param('id'))
      const { seqs } = await readBody(context.req.raw, selection)
      const changed = await boards.takeOff(id, seqs)
      await catalogue.touch(seqs)
      return context.json({ changed })
    })
}
