import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from './api-error.ts'
import { sendUpload } from './send-upload.ts'
import { fakeUploads, uploadFixture } from './upload-fixture.ts'

const file = new Blob(['bytes'])
const refused = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)

afterEach(() => vi.unstubAllGlobals())

describe('sending a file', () => {
  it('tells how far it is and gives what the server found', async () => {
    const sent = fakeUploads()
    const onProgress = vi.fn()
    const answer = sendUpload(file, { onProgress })
    sent[0]?.progress(0.25)
    sent[0]?.progress(1)
    sent[0]?.answer(uploadFixture(1))
    expect(await answer).toEqual(uploadFixture(1))
    expect(onProgress.mock.calls).toEqual([[0.25], [1]])
    expect(sent[0]?.body).toBe(file)
  })

  it('says why it was refused, in the server’s words', async () => {
    const sent = fakeUploads()
    const answer = refused(sendUpload(file))
    const detail = 'Videos may be up to 200 MB.'
    sent[0]?.answer(
      { type: 'about:blank', title: 'No', status: 413, code: 'too_large', detail },
      413,
    )
    expect(await answer).toMatchObject({ code: 'too_large', status: 413, detail })
  })

  it('says when nobody answers', async () => {
    const sent = fakeUploads()
    const answer = refused(sendUpload(file))
    sent[0]?.breakOff()
    const error = await answer
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'network', isUndecided: true })
  })

  it('says when the answer cannot be read', async () => {
    const sent = fakeUploads()
    const answer = refused(sendUpload(file))
    sent[0]?.answer({ hello: 1 })
    expect(await answer).toMatchObject({ code: 'unreadable' })
  })

  it('stops at once when it is called off, before or on the way', async () => {
    const sent = fakeUploads()
    const control = new AbortController()
    const answer = refused(sendUpload(file, { signal: control.signal }))
    control.abort()
    expect(await answer).toMatchObject({ name: 'AbortError' })
    expect(sent[0]?.isAborted).toBe(true)
    const late = refused(sendUpload(file, { signal: control.signal }))
    expect(await late).toMatchObject({ name: 'AbortError' })
    expect(sent).toHaveLength(1)
  })
})
