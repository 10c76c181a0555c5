import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readBody } from './read-body.ts'

const folder = mkdtempSync(join(tmpdir(), 'dailies-body-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newPath = () => join(folder, String((files += 1)))

async function* inPieces(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, nth = 0; at < bytes.length; nth += 1) {
    const size = sizes[nth % sizes.length] ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}
const readText = (text: string, sizes: number[] = []) =>
  readBody(inPieces(Buffer.from(text), sizes), newPath)

/** The JSON with every placeholder turned back into what stood there. */
async function readBack(text: string, sizes: number[]) {
  const { json, inline } = await readText(text, sizes)
  const restored = JSON.stringify(json, (_, value: unknown) => {
    const found = typeof value === 'string' ? inline.get(value) : undefined
    if (!found) return value
    if (found.fault !== 'none') return `(${found.fault})`
    return readFileSync(found.path ?? '').toString('base64')
  })
  return JSON.parse(restored) as unknown
}

/** As a caller sees it who parses all at once: the text of a `data` is base64, or a fault. */
const strict = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
function parseWhole(text: string): unknown {
  const whole: unknown = JSON.parse(text, (key, value: unknown) => {
    if (key !== 'data' || typeof value !== 'string') return value
    if (!value || !strict.test(value)) return '(not_base64)'
    return Buffer.from(value, 'base64').toString('base64')
  })
  return JSON.parse(JSON.stringify(whole))
}

const base64 = fc
  .uint8Array({ maxLength: 400 })
  .map((bytes) => Buffer.from(bytes).toString('base64'))
const dataText = fc.oneof(
  base64,
  base64.map((text) => text.replaceAll('=', '')),
  fc.string(),
  fc.constantFrom('', '=', 'AA==AAAA', 'AAA', 'A===', 'AAAA\n', 'ä'),
)
const key = fc.oneof(fc.constantFrom('data', 'url', 'source', 'da"ta', 'data\\'), fc.string())
const { value: anyJson } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.record({ data: dataText, media_type: fc.string() }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}))
const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 })

/** The same JSON in other letters: any of them may be escaped. */
function escaped(text: string, nth: number) {
  let at = 0
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (quoted) =>
    quoted
      .slice(1, -1)
      .replaceAll(/\\.|[^\\]/gu, (letter) => {
        at += 1
        if (letter === '/' && at % 2) return '\\/'
        const isPlain = letter.length === 1 && at % (nth + 2) === 0
        return isPlain ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter
      })
      .replace(/^/, '"')
      .replace(/$/, '"'),
  )
}

/** With one letter replaced. */
function spoil(text: string, at: number, letter: string) {
  const place = at % (text.length + 1)
  return text.slice(0, place) + letter + text.slice(place + 1)
}

describe('a body is read as if it were parsed whole', () => {
  test('in any pieces, with any spaces and escapes', async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, sizes, fc.nat(9), fc.nat(3), async (value, cuts, nth, indent) => {
        const text = escaped(JSON.stringify(value, null, indent), nth)
        expect(await readBack(text, cuts)).toEqual(parseWhole(text))
      }),
      { numRuns: 400 },
    )
  })

  test('and what is not JSON is refused, never a crash', async () => {
    const letter = fc.constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '\n',
      '\0',
      'u',
      'x',
      '',
    )
    await fc.assert(
      fc.asyncProperty(anyJson, sizes, fc.nat(), letter, async (value, cuts, at, put) => {
        const text = spoil(JSON.stringify(value), at, put)
        let whole: unknown
        try {
          whole = parseWhole(text)
        } catch {
          await expect(readText(text, cuts)).rejects.toMatchObject({ status: 400 })
          return
        }
        expect(await readBack(text, cuts)).toEqual(whole)
      }),
      { numRuns: 600 },
    )
  })
})

test('the bytes of a medium are in a file, with their hash, and not in the JSON', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 251))
  const source = { media_type: 'image/png', data: bytes.toString('base64') }
  const { json, inline } = await readText(JSON.stringify({ type: 'image_edit', source }), [4096])
  expect(JSON.stringify(json).length).toBeLessThan(200)
  const { data } = (json as { source: { data: string } }).source
  const found = inline.get(data)
  expect(readFileSync(found?.path ?? '')).toEqual(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(found).toMatchObject({ bytes: bytes.length, sha256, fault: 'none' })
})

test('a medium beyond the limit is not kept further, and the rest is still read', async () => {
  const part = Buffer.from('AAAA'.repeat(256 * 1024))
  async function* large() {
    yield Buffer.from('{"source":{"data":"')
    for (let mb = 0; mb < 280; mb += 1) yield part
    yield Buffer.from('"},"prompt":"x"}')
  }
  const { json, inline } = await readBody(large(), newPath)
  const [found] = [...inline.values()]
  expect(found?.fault).toBe('too_large')
  expect(json).toMatchObject({ prompt: 'x' })
  rmSync(found?.path ?? '')
})

test('a JSON beyond 4 MB, or a body beyond its limit, is too large', async () => {
  const text = JSON.stringify({ prompt: 'x'.repeat(5_000_000) })
  await expect(readText(text, [65_536])).rejects.toMatchObject({ status: 413 })
  const media = JSON.stringify({ data: 'AAAA'.repeat(1000) })
  const body = inPieces(Buffer.from(media), [500])
  await expect(readBody(body, newPath, 4000)).rejects.toMatchObject({ status: 413 })
})

async function* broken() {
  yield Buffer.from('{"data":"AAAAAAAA')
  throw new Error('gone')
}

test('a body that breaks off leaves no open file', async () => {
  await expect(readBody(broken(), newPath)).rejects.toThrow('gone')
  expect(existsSync(join(folder, String(files)))).toBe(true)
})

test.each(['['.repeat(100), '{"a":'.repeat(100)])('a very deep body is refused', async (deep) => {
  await expect(readText(deep)).rejects.toMatchObject({ status: 400 })
})
