import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, draft } from '#contract/draft.ts'
import { anyRequest } from '#contract/request.arbitrary.ts'
import { encodeRequest } from '#contract/wire.ts'
import type { NameOf } from './code-files.ts'
import { codeOf } from './code-of.ts'
import { curlBody } from './curl-body.ts'
import { readPython } from './python-literal.fixture.ts'

const id = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const upload = { upload_id: id }
const jpeg = { file: { media_type: 'image/jpeg', address: '/media/a' } }

/** Everything has a name at Luma that is not an upload. */
const nameOf: NameOf = (ref) => ('upload_id' in ref ? jpeg : (ref as { generation_id: string }))
const code = (of: Draft, names: NameOf = nameOf) => codeOf(of, { nameOf: names })

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const pythonCall = (source: string) =>
  readPython(/generations\.create(\([\s\S]*?\n\))\n\nwhile/.exec(source)?.[1] ?? '')
const readFileSync = (name: string) => ({ call: 'readFileSync', with: name })
const typescriptCall = (source: string): unknown => {
  const given = /create\(\n {2}(\{[\s\S]*\}),\n {2}\{ maxRetries/.exec(source)?.[1]
  // oxlint-disable-next-line no-new-func -- the language itself says what was written
  return new Function('readFileSync', `return ${given}`)(readFileSync)
}

const hostile = [
  `it's "so" \\ and \\n, \n a line, \r\n, \t tab`,
  '$HOME `whoami` $(rm -rf /) !! ${x} %s %d',
  `''' """ '\\'' "\\"" \\`,
  'JSON\nEOF\n@file @@ @@@ \u0000 \u007f',
  'naïve 雪 🎬 👩‍👩‍👧 \u2028 \u2029 \u202e right to left',
  '</script> <!-- # // /* */ , }) \n)\n\nwhile',
]
const prompts = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', '\n', '$', '`', '@', '%', ' ', 'n', 'u') }),
)
const requests = fc
  .tuple(anyRequest, prompts)
  .map(([request, prompt]) => draft.parse({ ...request, prompt }))

describe('the same request in four languages', () => {
  it('is the exact JSON of the wire, whatever the words', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const wire = json(encodeRequest(request as never))
        const { curl, python, typescript, json: shown, files } = code(request)
        expect(files).toEqual([])
        expect(JSON.parse(curlBody(curl) ?? '')).toEqual(wire)
        expect(JSON.parse(shown)).toEqual(wire)
        expect(pythonCall(python)).toEqual(wire)
        expect(typescriptCall(typescript)).toEqual(wire)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps what nobody can see in sight', () => {
    const all = Object.values(code({ type: 'image', prompt: 'a\u202eb\u2028c\u200bd' }))
    for (const text of all.flat()) expect(text).not.toMatch(/[\u202e\u2028\u200b]/)
  })

  it('takes the key from the environment and tries no submission twice', () => {
    const { curl, python, typescript } = code({ type: 'image', prompt: 'a cup' })
    expect(curl).toContain('"Authorization: Bearer $LUMA_AGENTS_API_KEY"')
    expect(python).toContain('with_options(max_retries=0)')
    expect(typescript).toContain('{ maxRetries: 0 }')
  })
})

const withUploads: Draft = {
  type: 'image',
  prompt: "it's @ here",
  image_ref: [upload, { url: 'https://example.com/a.png' }, { upload_id: id.replace('1', '2') }],
}

describe('a picture that only this server has', () => {
  it('is a file named after its place, read where it belongs', () => {
    const { curl, python, typescript, json: shown, files } = code(withUploads)
    expect(files).toEqual([
      {
        name: 'first-reference.jpg',
        media_type: 'image/jpeg',
        address: '/media/a',
        path: 'image_ref[0]',
      },
      {
        name: 'third-reference.jpg',
        media_type: 'image/jpeg',
        address: '/media/a',
        path: 'image_ref[2]',
      },
    ])
    expect(curl).toContain("base64 < ./first-reference.jpg | tr -d '\\n'")
    expect(JSON.parse(curlBody(curl) ?? '')).toMatchObject({
      prompt: "it's @ here",
      image_ref: [
        { data: '', media_type: 'image/jpeg' },
        { url: 'https://example.com/a.png' },
        { data: '', media_type: 'image/jpeg' },
      ],
    })
    expect(pythonCall(python)).toMatchObject({
      image_ref: [{ data: { call: 'base64_of', with: './first-reference.jpg' } }, {}, {}],
    })
    expect(typescriptCall(typescript)).toMatchObject({
      image_ref: [{ data: { call: 'readFileSync', with: './first-reference.jpg' } }, {}, {}],
    })
    expect(JSON.parse(shown)).toMatchObject({ image_ref: [upload, {}, {}] })
  })

  it('is one file however often it stands there, and never two of one name', () => {
    const other = { upload_id: id.replace('1', '3') }
    const { files } = code({
      type: 'video',
      prompt: 'x',
      video: {
        keyframes: [
          { frame: 0, image: upload },
          { frame: 48, image: other },
          { frame: 48, image: { upload_id: id.replace('1', '4') } },
          { frame: 120, image: upload },
        ],
      },
    })
    expect(files.map(({ name }) => name)).toEqual([
      'keyframe-0.jpg',
      'keyframe-48.jpg',
      'keyframe-48-2.jpg',
    ])
  })

  it('is told by what may stand there while nothing is known of it', () => {
    const source = { upload_id: id }
    const { files } = code({ type: 'video_edit', prompt: 'x', source }, () => undefined)
    expect(files).toMatchObject([{ name: 'source.mp4', media_type: 'video/mp4', address: null }])
  })

  it('is named as Luma names it where Luma made it', () => {
    const luma = { generation_id: id.replace('1', '9') }
    const of: Draft = { type: 'image_edit', prompt: 'x', source: { generation_id: id } }
    const { python, json: shown } = code(of, () => luma)
    expect(pythonCall(python)).toMatchObject({ source: luma })
    expect(JSON.parse(shown)).toMatchObject({ source: { generation_id: id } })
  })
})
