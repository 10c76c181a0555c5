import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { generationTypes } from '#contract/draft.ts'
import { everything, type FacetName, facetNames, type Find, readFind } from '#contract/find.ts'
import { decodeWall, encodeWall } from '#contract/wall.ts'
import { dayOf } from '../life/local-days.ts'
import type { CatalogueRow } from '../store/catalogue-rows.ts'
import { boards, openCatalogueDesk, smartBoard, someFind, someRows } from './catalogue.fixture.ts'

const dayIn = (row: CatalogueRow) => dayOf(new Date(row.createdAt)).day
const yesNo = (value: unknown) => [value ? 'yes' : 'no']
const typeOf = (row: CatalogueRow) => row.kind.split(' ')[0] ?? ''

/** What a row has of each facet, said once more in the plainest way. */
const valuesIn: Record<FacetName, (row: CatalogueRow) => (string | null)[]> = {
  type: (row) => [typeOf(row)],
  model: (row) => [row.kind.split(' ')[1] ?? ''],
  ratio: (row) => [row.ratio],
  resolution: (row) => [row.resolution],
  state: (row) => [row.state],
  failure: (row) => [row.failure],
  stars: (row) => [`${row.stars}`],
  review: (row) => [row.review ?? 'none'],
  favourite: (row) => yesNo(row.favourite),
  tag: (row) => row.tags.map((tag) => tag.toLowerCase()),
  board: (row) => [...row.boards, ...(fitsFacets(row, savedFacets) ? [smartBoard.id] : [])],
  day: (row) => [dayIn(row)],
  children: (row) => yesNo(row.hasChildren),
  hdr: (row) => yesNo(row.hdr),
  world: (row) => [row.world],
  set: (row) => [row.setId],
}
const savedFacets = readFind(new URLSearchParams(smartBoard.find)).facets

const fitsFacets = (row: CatalogueRow, facets: Find['facets'], except?: FacetName): boolean =>
  facetNames.every((name) => {
    const wanted = facets[name]
    if (!wanted || name === except) return true
    const spelt = name === 'tag' ? wanted.map((tag) => tag.toLowerCase()) : wanted
    return valuesIn[name](row).some((value) => value !== null && spelt.includes(value))
  })

const isThere = (row: CatalogueRow, { isTrash }: Find) => !row.isErased && row.isTrashed === isTrash

const secondsOf = (row: CatalogueRow) => row.seconds ?? Number(/(\d+)s$/.exec(row.kind)?.[1] ?? '0')

const keys: Record<Find['sort'], (row: CatalogueRow) => number> = {
  newest: () => 0,
  oldest: (row) => row.seq,
  stars: (row) => -row.stars,
  price: (row) => -(row.usd ?? -1),
  duration: (row) => -secondsOf(row),
  type: (row) => generationTypes.findIndex((type) => type === typeOf(row)),
}

function plainList(rows: readonly CatalogueRow[], find: Find): CatalogueRow[] {
  const fits = rows.filter((row) => isThere(row, find) && fitsFacets(row, find.facets))
  const isTop = (row: CatalogueRow) =>
    row.setId === null ||
    fits.every(
      (other) =>
        other.setId !== row.setId ||
        other === row ||
        (other.setPosition ?? 0) > (row.setPosition ?? 0) ||
        (other.setPosition === row.setPosition && other.seq < row.seq),
    )
  return fits
    .filter((row) => !find.isStacked || isTop(row))
    .toSorted((a, b) => keys[find.sort](a) - keys[find.sort](b) || b.seq - a.seq)
}

const desk = openCatalogueDesk()
afterAll(() => desk.close())

describe('the catalogue', () => {
  it('lists what a plain look at every row would list, in the same order', () =>
    fc.assert(
      fc.asyncProperty(someRows, fc.array(someFind, { minLength: 1 }), (rows, finds) =>
        desk.of(rows, async (catalogue) => {
          for (const find of finds) {
            const wall = decodeWall(encodeWall(await catalogue.wall(find)).buffer)
            const plain = plainList(rows, find)
            expect([...wall.seqs]).toEqual(plain.map(({ seq }) => seq))
            expect([...wall.aspects]).toEqual(plain.map(({ aspect }) => aspect))
            const days = wall.sections.flatMap(({ day, count }) =>
              Array.from({ length: count }, () => day),
            )
            const followsTime = find.sort === 'newest' || find.sort === 'oldest'
            expect(days).toEqual(followsTime ? plain.map(dayIn) : [])
          }
        }),
      ),
      { numRuns: 40 },
    ))

  it('counts for each facet what its values would show beside the others', () =>
    fc.assert(
      fc.asyncProperty(someRows, someFind, (rows, find) =>
        desk.of(rows, async (catalogue) => {
          const { total, facets } = await catalogue.facets(find)
          expect(total).toBe(plainList(rows, find).length)
          for (const name of facetNames) {
            if (name === 'set' && !find.facets.set) continue
            const others = rows.filter(
              (row) => isThere(row, find) && fitsFacets(row, find.facets, name),
            )
            for (const { value, count } of facets[name]) {
              const spelt = name === 'tag' ? value.toLowerCase() : value
              const plain = others.filter((row) => valuesIn[name](row).includes(spelt)).length
              expect({ name, value, count }).toEqual({ name, value, count: plain })
            }
            if (name === 'set') continue
            const told = facets[name].filter(({ count }) => count > 0).length
            const present = new Set(
              others.flatMap((row) => valuesIn[name](row)).filter((value) => value !== null),
            )
            expect({ name, told }).toEqual({ name, told: present.size })
          }
        }),
      ),
      { numRuns: 40 },
    ))

  it('calls boards by their names', () =>
    desk.of([], async (catalogue) => {
      const chosen = boards.map(({ id }) => id)
      const { facets } = await catalogue.facets({ ...everything, facets: { board: chosen } })
      expect(facets.board.map(({ label }) => label).toSorted()).toEqual(
        boards.map(({ name }) => name).toSorted(),
      )
    }))
})
