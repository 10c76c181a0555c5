import { parseArgs } from 'node:util'
import { readEnv } from '#server/env.ts'
import { openDataFolder } from '#server/store/data-folder.ts'
import { lockData } from '#server/store/data-lock.ts'
import { openStore } from '#server/store/open-store.ts'
import { mediaProcess } from '#server/media/media-process.ts'
import { createChance } from './seed-chance.ts'
import { openSeedDatabase } from './seed-database.ts'
import { makePool } from './seed-pool.ts'
import { createRequestMaker, type Parent, type Planned } from './seed-requests.ts'
import { createRowMaker, type SeedRow } from './seed-rows.ts'
import { spreadTimes } from './seed-times.ts'
import { createPromptWriter } from './seed-words.ts'

/**
 * Fills DAILIES_DATA with made-up generations that share a few pictures and clips:
 * `npm run seed -- 100000 [--one-day] [--more] [--seed 7]`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'one-day': { type: 'boolean', default: false },
    more: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
})
const count = Number(positionals[0] ?? 100_000)
if (!Number.isSafeInteger(count) || count < 1 || !/^\d{1,9}$/.test(values.seed)) {
  throw new Error('How many? `npm run seed -- 100000`.')
}
const atOnce = 1000
const boardNames = `Titles, Rain film, Client moodboard, Faces, Loops, Print, Night exteriors, Best of spring,
  Storyboard, Textures, To be reworked, Pitch`
const smartFinds = {
  'Five stars': 'stars=5',
  'Clips to judge': 'type=video&review=none',
  Foxes: 'q=fox',
}

const started = performance.now()
const env = readEnv(process.env)
const folder = await openDataFolder(env.data)
const lock = lockData(folder.lock, folder.root)
await openStore(folder.database).close()
const database = openSeedDatabase(folder.database)
try {
  const before = database.count()
  if (before > 0 && !values.more) {
    throw new Error(
      `${folder.root} has ${before} generations already: add --more, or take another folder.`,
    )
  }
  await fill(database.lastSeq())
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${count.toLocaleString('en')} generations in ${folder.root}, in ${seconds} s.`)
} finally {
  database.close()
  lock.release()
  mediaProcess.stop()
}

async function fill(lastSeq: number) {
  const chance = createChance(Number(values.seed) + lastSeq)
  const pool = await makePool(createChance(Number(values.seed)), folder)
  database.addMedia(pool.rows)
  const writer = createPromptWriter(chance)
  const plan = createRequestMaker({ chance, writer, pool })
  const times = spreadTimes(chance, count, values['one-day'])
  const boards = lastSeq > 0 ? [] : makeBoards()
  database.addBoards(boards)
  const byHand = boards.filter(({ find }) => find === null).map(({ id }) => id)
  const toRow = createRowMaker(chance, writer, byHand)
  const recent: Parent[] = []
  let made: SeedRow[] = []

  for (let done = 0; done < count;) {
    const parent = recent.length && chance.is(0.3) ? chance.of(recent) : undefined
    const size = chance.is(0.06) ? Math.min(2 + chance.below(8), count - done) : 1
    const set_id = chance.uuid()
    const first = plan(parent)
    for (let nth = 0; nth < size; nth++, done++) {
      const planned = nth === 0 ? first : another(first, plan(parent))
      // The first item of a set is the newest.
      const place = size > 1 ? { set_id, set_position: size - nth, set_size: size } : null
      const created = times[size > 1 ? done - nth : done] as number
      const row = toRow({ seq: lastSeq + done + 1, created, planned, place })
      made.push(row)
      if (row.parent && chance.is(0.5)) recent.push(row.parent)
      if (recent.length > 400) recent.shift()
    }
    if (made.length < atOnce && done < count) continue
    database.addRows(made)
    made = []
    if (process.stdout.isTTY) process.stdout.write(`\r${done.toLocaleString('en')} `)
  }
  database.notePrompts(5000)

  function makeBoards() {
    const created_at = new Date(times[0] ?? Date.now()).toISOString()
    const hand = boardNames
      .split(/,\s*/)
      .map((name) => ({ id: chance.uuid(), name, find: null, created_at }))
    const smart = Object.entries(smartFinds).map(([name, find]) => ({
      id: chance.uuid(),
      name,
      find,
      created_at,
    }))
    return [...hand, ...smart]
  }
}

/** Of the same request, another result where there is one. */
function another(first: Planned, other: Planned): Planned {
  const isAlike = first.ratio === other.ratio && first.media.medium === other.media.medium
  return isAlike ? { ...first, media: other.media } : first
}
