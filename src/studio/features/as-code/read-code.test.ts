import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { anyRequest } from '#contract/request.arbitrary.ts'
import { encodeRequest } from '#contract/wire.ts'
import { codeOf } from './code-of.ts'
import { readCode } from './read-code.ts'

const id = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const upload = { upload_id: id }
const hasBytes = (value: unknown) => JSON.stringify(value).includes('"data":')
const requests = anyRequest.filter((request) => !hasBytes(request))
const nameOf = (ref: unknown) => ref as { generation_id: string }

describe('what is pasted', () => {
  it('fills the form with the very request that was shown as JSON or curl', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { json, curl } = codeOf(request, { nameOf })
        expect(readCode(json)).toEqual({ draft: request, left: [] })
        expect(readCode(curl)).toEqual({ draft: request, left: [] })
        expect(readCode(JSON.stringify(request))).toEqual({ draft: request, left: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('keeps uploads, which only this server knows', () => {
    const draft: Draft = {
      type: 'video',
      prompt: 'x',
      video: { keyframes: [{ frame: 0, image: upload }] },
    }
    const { json } = codeOf(draft, { nameOf: () => undefined })
    expect(json).toContain('"upload_id"')
    expect(readCode(json)).toEqual({ draft, left: [] })
  })

  it('finds the generation here that Luma calls otherwise', () => {
    const text = JSON.stringify({ type: 'image_edit', prompt: 'x', source: { generation_id: id } })
    const own = id.replace('1', '7')
    expect(readCode(text, { idHere: (theirs) => (theirs === id ? own : undefined) })).toMatchObject(
      {
        draft: { source: { generation_id: own } },
      },
    )
  })

  it('leaves pictures written as base64 behind and says where, indexes in step', () => {
    const data = { data: 'AAAA', media_type: 'image/png' }
    const frame = { url: 'https://example.com/a.png' }
    const pasted = {
      type: 'video',
      prompt: 'x',
      video: { keyframes: [data, frame, data], keyframe_indexes: [0, 24, 48] },
    }
    const read = readCode(JSON.stringify(pasted))
    expect(read).toMatchObject({
      draft: { video: { keyframes: [{ frame: 24, image: frame }] } },
      left: [{ path: 'video.keyframes[0]' }, { path: 'video.keyframes[2]' }],
    })
    const ours = {
      type: 'video',
      prompt: 'x',
      video: {
        keyframes: [
          { frame: 0, image: data },
          { frame: 24, image: frame },
        ],
      },
    }
    expect(readCode(JSON.stringify(ours))).toMatchObject({
      draft: { video: { keyframes: [{ frame: 24, image: frame }] } },
      left: [{ path: 'video.keyframes[0].image' }],
    })
  })

  it('says the same of the files that our own curl reads', () => {
    const draft: Draft = { type: 'image', prompt: "it's", image_ref: [upload] }
    const { curl } = codeOf(draft, { nameOf: () => undefined })
    expect(readCode(curl)).toMatchObject({
      draft: { type: 'image', prompt: "it's" },
      left: [{ path: 'image_ref[0]' }],
    })
  })

  it('leaves no empty list where all of it stays behind', () => {
    const keyframes = [{ data: 'AAAA', media_type: 'image/png' }]
    const pasted = { type: 'video', prompt: 'x', video: { keyframes, keyframe_indexes: [7] } }
    expect(readCode(JSON.stringify(pasted))).toMatchObject({
      draft: { type: 'video', prompt: 'x', video: {} },
      left: [{ path: 'video.keyframes[0]' }],
    })
    expect(readCode(JSON.stringify(pasted))).not.toHaveProperty('draft.video.keyframes')
  })

  it('says what the form has no field for', () => {
    const pasted = { type: 'image', prompt: 'x', seed: 7, model: null, video: { fps: 30 } }
    expect(readCode(JSON.stringify(pasted))).toMatchObject({
      draft: { type: 'image', prompt: 'x' },
      left: [{ path: 'seed' }, { path: 'video.fps' }],
    })
  })
})

const body = JSON.stringify({ type: 'image', prompt: 'it\'s "so" $HOME `x` \\ !' })
const inSingle = body.replaceAll("'", String.raw`'\''`)
const inDouble = body.replace(/["\\$`]/g, String.raw`\$&`)
const inAnsi = body.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace('!', '\\u0021')
const commands: [string, string][] = [
  ['single quotes', `curl -X POST https://x.y/v1 \\\n  -H 'A: b' \\\n  -d '${inSingle}'`],
  ['double quotes', `curl https://x.y --data "${inDouble}"`],
  ['an equals sign', `curl https://x.y --data-raw='${inSingle}'`],
  ['no space', `curl https://x.y -d'${inSingle}'`],
  ['the quotes of a browser', `curl 'https://x.y' --data-raw $'${inAnsi}' --compressed`],
  ['a here document', `curl https://x.y --data-binary @- <<'JSON'\n${body}\nJSON\n`],
  ['--json', `$ curl --json '${inSingle}' https://x.y`],
]

it.each(commands)('reads the body of a curl command with %s', (_, command) => {
  expect(readCode(command)).toEqual({ draft: JSON.parse(body), left: [] })
})

const refused: [string, string, string, string][] = [
  ['half a JSON', '{"prompt": "x"', '', 'This is not JSON'],
  ['a list', '[]', '', 'A request is a JSON object'],
  ['a program', 'import Luma from "luma-agents"', '', 'This is a program'],
  ['a command without a body', 'curl https://x.y -d @body.json', '', 'no JSON body'],
  ['an unknown model', '{"prompt":"x","model":"uni-9"}', '', 'uni-9'],
  [
    'a word for a flag',
    '{"prompt":"x","type":"video","video":{"loop":"yes"}}',
    'video.loop',
    'true or false',
  ],
  [
    'unequal lists',
    '{"prompt":"x","type":"video","video":{"keyframes":[],"keyframe_indexes":[1]}}',
    'video.keyframe_indexes',
    'length',
  ],
  [
    'an unknown field of ours',
    '{"type":"video","prompt":"x","seed":1,"video":{"keyframes":[{"frame":0,"image":{"url":"https://a.b/c"}}]}}',
    '',
    'seed',
  ],
]

it.each(refused)('refuses %s and names the field', (_, text, path, reason) => {
  const read = readCode(text)
  if (!('faults' in read)) throw new Error('it was taken')
  expect(read.faults[0]).toMatchObject({ path })
  expect(read.faults[0]?.reason).toContain(reason)
})

it('never throws, whatever is pasted', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map((text) => `curl ${text}`),
      ),
      (text) => {
        const read = readCode(text)
        expect('draft' in read || read.faults.length > 0).toBe(true)
      },
    ),
  )
})

it('reads the wire as the codec writes it', () => {
  fc.assert(
    fc.property(requests, (request) => {
      expect(readCode(JSON.stringify(encodeRequest(request)))).toEqual({ draft: request, left: [] })
    }),
  )
})
