import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walls } from './architecture.walls.ts'

const root = resolve(import.meta.dirname, '..')

async function look(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    baseDir,
    validate: true,
    ruleSet: {
      forbidden: walls.map(({ sentence, rule }) => ({
        name: sentence,
        severity: 'error',
        ...rule,
      })),
    },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/engine/kernels/assembly/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  })
  return output as ICruiseResult
}

const breachesOf = ({ summary }: ICruiseResult, sentence: string) =>
  summary.violations
    .filter(({ rule }) => rule.name === sentence)
    .map(({ from, to }) => `${from} → ${to}`)

function plantBreaches() {
  const house = mkdtempSync(join(tmpdir(), 'dailies-walls-'))
  cpSync(join(root, 'package.json'), join(house, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const [file, source] of walls.flatMap(({ breach }) => Object.entries(breach))) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), source)
  }
  return house
}

let house: ICruiseResult
let breached: ICruiseResult
const planted = plantBreaches()

beforeAll(async () => {
  house = await look(root)
  breached = await look(planted)
})
afterAll(() => rmSync(planted, { recursive: true, force: true }))

it('sees the whole house', () => {
  const rooms = ['contract', 'engine', 'server', 'studio']
  for (const room of rooms) {
    const seen = house.modules.filter(({ source }) => source.startsWith(`src/${room}/`))
    expect(seen.length, room).toBeGreaterThan(10)
  }
})

describe.each(walls)('$sentence', ({ sentence }) => {
  it('stands', () => {
    expect(breachesOf(house, sentence)).toEqual([])
  })
  it('falls when it is breached', () => {
    expect(breachesOf(breached, sentence)).not.toEqual([])
  })
})
