import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MediaRef } from '#contract/media-ref.ts'
import { generationFixture, storedClip } from '../api/generation-fixture.ts'
import { fakeNetwork, wallAnswer } from '../api/network-fixture.ts'
import { clipUploadFixture, fakeUploads, uploadFixture } from '../api/upload-fixture.ts'
import { type DraggedMedia, dragType } from './drag-media.ts'
import { fakeBrowser, fileFixture } from './file-fixture.ts'
import { MediaSlot } from './media-slot.tsx'
import { useMediaLooks } from './use-media-looks.ts'

type SlotProps = Partial<Parameters<typeof MediaSlot>[0]>

function Slot({ value: first, ...rest }: SlotProps) {
  const [value, setValue] = useState<MediaRef | undefined>(first)
  const lookOf = useMediaLooks(value ? [value] : [])
  return (
    <>
      <MediaSlot
        label="Start frame"
        holds="image"
        value={value}
        onChange={setValue}
        look={value && lookOf(value)}
        {...rest}
      />
      <output data-testid="value">{JSON.stringify(value ?? null)}</output>
    </>
  )
}

const picture = generationFixture(1)
const clip = generationFixture(2, {
  outputs: [storedClip],
  request: { type: 'video', prompt: 'Surf' },
})

function open(props: SlotProps = {}) {
  const sent = fakeUploads()
  const log = fakeNetwork(({ method, path }) => {
    const listed = wallAnswer(path, [clip, picture])
    if (listed) return listed
    if (path.startsWith('/api/generations/')) {
      return { body: path.endsWith(clip.id) ? clip : picture }
    }
    if (path === '/api/uploads/from-frame') return { status: 201, body: uploadFixture(7) }
    if (path.endsWith('/trim')) return { status: 201, body: clipUploadFixture(8, 18) }
    if (method === 'GET') return { body: uploadFixture(1) }
    return 'no answer'
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Slot {...props} />
    </QueryClientProvider>,
  )
  return { sent, log, user: userEvent.setup() }
}

const slot = () => screen.getByRole('group', { name: 'Start frame' })
const act = (name: string) => screen.getByRole('button', { name: `Start frame: ${name}` })
const value = () => JSON.parse(screen.getByTestId('value').textContent ?? 'null')
const described = () =>
  (slot().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

function give(files: File[]) {
  const items = files.map((file) => ({ kind: 'file', type: file.type, getAsFile: () => file }))
  fireEvent.drop(slot(), { dataTransfer: { files, items, types: ['Files'], getData: () => '' } })
}
function dragIn(media: DraggedMedia) {
  const getData = (type: string) => (type === dragType ? JSON.stringify(media) : '')
  fireEvent.drop(slot(), { dataTransfer: { files: [], types: [dragType], getData } })
}
function paste(clipboardData: object) {
  const target = act('paste')
  target.focus()
  const event = createEvent.paste(target)
  Object.assign(event, { clipboardData })
  fireEvent(target, event)
}
const sha256 = (sign: string) => sign.repeat(64)

/** The sheets come when they are asked for; a busy machine takes its time to read them first. */
beforeAll(async () => {
  await import('./frame-picker.tsx')
  await import('./clip-trimmer.tsx')
  await import('./media-picker.tsx')
}, 60_000)
afterEach(() => vi.unstubAllGlobals())

describe('an empty place', () => {
  it('takes a dropped picture and shows how far it is', async () => {
    fakeBrowser({})
    const { sent } = open()
    give([fileFixture('png', 'fox.png')])
    await waitFor(() => expect(sent).toHaveLength(1))
    sent[0]?.progress(0.42)
    const bar = await screen.findByRole('progressbar', { name: 'Uploading fox.png' })
    await waitFor(() => expect(bar.getAttribute('value')).toBe('42'))
    sent[0]?.answer(uploadFixture(1))
    expect(await within(slot()).findByText('1600 × 900 px')).toBeTruthy()
    expect(value()).toEqual({ upload_id: uploadFixture(1).id })
    expect(described()).toContain('1600 × 900 px')
  })

  it('takes a picked file, and a pasted one', async () => {
    fakeBrowser({})
    const { sent, user } = open()
    await user.upload(screen.getByLabelText('Start frame: file'), fileFixture('jpeg', 'a.jpg'))
    await waitFor(() => expect(sent).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(sent[0]?.isAborted).toBe(true)
    paste({ files: [fileFixture('png', 'b.png')], getData: () => '' })
    await waitFor(() => expect(sent).toHaveLength(2))
    sent[1]?.answer(uploadFixture(2))
    await waitFor(() => expect(value()).toEqual({ upload_id: uploadFixture(2).id }))
  })

  it('judges a file by its bytes and says what would do', async () => {
    fakeBrowser({})
    const { sent } = open()
    give([fileFixture('gif', 'fox.png')])
    expect(await within(slot()).findByText(/This is GIF\. Pictures may be PNG, JPEG or WebP/))
    expect(sent).toHaveLength(0)
  })

  it('keeps the file when the server is away, and sends it again when asked', async () => {
    fakeBrowser({})
    const { sent, user } = open()
    give([fileFixture('png', 'fox.png')])
    await waitFor(() => expect(sent).toHaveLength(1))
    sent[0]?.breakOff()
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    sent[1]?.answer(uploadFixture(1))
    await waitFor(() => expect(value()).toEqual({ upload_id: uploadFixture(1).id }))
  })

  it('offers to scale what is too large and does nothing unasked', async () => {
    fakeBrowser({ width: 12000, height: 9000 })
    const { sent } = open()
    give([fileFixture('jpeg', 'huge.jpg')])
    expect(await screen.findByRole('button', { name: 'Scale to 8000 × 6000' })).toBeTruthy()
    expect(within(slot()).getByText(/12000 × 9000 px: pictures may be up to 8000 px/)).toBeTruthy()
    expect(sent).toHaveLength(0)
  })

  it('takes a public address, which this page does not load', async () => {
    const { user, log } = open()
    await user.click(act('address of a picture'))
    const field = screen.getByRole('textbox', { name: 'Start frame: address' })
    await user.type(field, 'http://example.com/a.png{Enter}')
    expect(screen.getByText('Only addresses that begin https:// are fetched.')).toBeTruthy()
    await user.clear(field)
    await user.type(field, 'https://example.com/a.png{Enter}')
    expect(value()).toEqual({ url: 'https://example.com/a.png' })
    expect(within(slot()).queryByRole('img')).toBeNull()
    expect(within(slot()).getByText(/Luma fetches it/)).toBeTruthy()
    expect(log.filter(({ path }) => path.includes('example'))).toEqual([])
  })

  it('asks what kind of clip an address names when its ending does not tell', async () => {
    const { user } = open({ holds: 'video' })
    await user.click(act('address of a clip'))
    const field = screen.getByRole('textbox', { name: 'Start frame: address' })
    await user.type(field, 'https://example.com/watch{Enter}')
    expect(screen.getByText('Say what kind of clip is at this address.')).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of clip' }), 'video/webm')
    await user.click(screen.getByRole('button', { name: 'Use address' }))
    expect(value()).toEqual({ url: 'https://example.com/watch', media_type: 'video/webm' })
  })

  it('says why it takes nothing, and takes nothing', async () => {
    const { user, sent } = open({ disabledReason: 'A loop has no end frame.' })
    expect(described()).toContain('A loop has no end frame.')
    await user.click(act('from the gallery'))
    expect(screen.queryByRole('dialog')).toBeNull()
    give([fileFixture('png', 'fox.png')])
    dragIn({ ref: { generation_id: picture.id }, medium: 'image', sha256: sha256('a') })
    expect(sent).toHaveLength(0)
    expect(value()).toBeNull()
  })
})

describe('the gallery', () => {
  it('is dragged from', async () => {
    open()
    dragIn({ ref: { generation_id: picture.id }, medium: 'image', sha256: sha256('a') })
    expect(value()).toEqual({ generation_id: picture.id })
    expect(await within(slot()).findByText('2048 × 1152 px')).toBeTruthy()
  })

  it('is picked from by keys alone', async () => {
    const { user } = open({ holds: 'video' })
    act('from the gallery').focus()
    await user.keyboard('{Enter}')
    const grid = await screen.findByRole('list', { name: 'From the gallery' })
    expect(within(grid).getAllByRole('button')).toHaveLength(1)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(act('from the gallery')))
    await user.keyboard('{Enter}')
    const surf = await screen.findByRole('button', { name: 'Clip: Surf' })
    expect(document.activeElement).toBe(surf)
    await user.keyboard('{Enter}')
    expect(value()).toEqual({ generation_id: clip.id })
    expect(await within(slot()).findByText('1280 × 720 px · 5.0 s · 120 frames')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(act('replace')))
  })

  it('gives a frame of a clip where a picture belongs', async () => {
    const { user, log } = open()
    const ref = { generation_id: clip.id }
    dragIn({ ref, medium: 'video', sha256: sha256('b'), frames: 120, fps: 24 })
    const frame = await screen.findByRole('textbox', { name: 'Frame number' })
    await user.clear(frame)
    await user.type(frame, '500{Enter}')
    expect(screen.getByRole('slider', { name: 'Frame' }).getAttribute('aria-valuetext')).toBe(
      'Frame 119 of 120, 4.96 s',
    )
    await user.click(screen.getByRole('button', { name: 'One frame back' }))
    await user.click(screen.getByRole('button', { name: 'Use this frame' }))
    await waitFor(() => expect(value()).toEqual({ upload_id: uploadFixture(7).id }))
    expect(log.find(({ path }) => path.endsWith('from-frame'))?.body).toEqual({
      sha256: sha256('b'),
      frame: 118,
    })
    expect(screen.getAllByText('Frame 118 of the clip, at 4.92 s')).not.toEqual([])
  })

  it('gives a whole clip where it may be extended', async () => {
    open({ mayHoldClip: true })
    const ref = { generation_id: clip.id }
    dragIn({ ref, medium: 'video', sha256: sha256('b'), frames: 120, fps: 24 })
    expect(value()).toEqual(ref)
  })

  it('gives no picture where a clip belongs', () => {
    open({ holds: 'video' })
    dragIn({ ref: { generation_id: picture.id }, medium: 'image', sha256: sha256('a') })
    expect(screen.getByText('A clip belongs here, not a picture.')).toBeTruthy()
    expect(value()).toBeNull()
  })
})

describe('a filled place', () => {
  it('is emptied by Delete', async () => {
    const { user } = open({ value: { generation_id: picture.id } })
    act('replace').focus()
    await user.keyboard('{Delete}')
    expect(value()).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(act('pick a file')))
  })

  it('can be replaced, or kept after all', async () => {
    const { user } = open({ value: { generation_id: picture.id } })
    await user.click(act('replace'))
    await user.click(screen.getByRole('button', { name: 'Keep what is there' }))
    expect(await within(slot()).findByText('2048 × 1152 px')).toBeTruthy()
    dragIn({ ref: { generation_id: clip.id }, medium: 'image', sha256: sha256('c') })
    expect(value()).toEqual({ generation_id: clip.id })
  })

  it('trims a clip that is too long and says so', async () => {
    fakeBrowser({ durationS: 31.4 })
    const { sent, user, log } = open({ holds: 'video', limitS: 18 })
    give([fileFixture('mp4', 'long.mp4')])
    await waitFor(() => expect(sent).toHaveLength(1))
    sent[0]?.answer(clipUploadFixture(3, 31.5))
    const from = await screen.findByRole('textbox', { name: 'In, frame' })
    expect(value()).toEqual({ upload_id: clipUploadFixture(3, 1).id })
    const out = screen.getByRole('textbox', { name: 'Out, seconds' })
    await user.clear(out)
    await user.type(out, '22.5{Enter}')
    expect((from as HTMLInputElement).value).toBe('108')
    await user.click(screen.getByRole('button', { name: 'Trim' }))
    await waitFor(() => expect(value()).toEqual({ upload_id: clipUploadFixture(8, 18).id }))
    expect(log.find(({ path }) => path.endsWith('/trim'))?.body).toEqual({
      from_frame: 108,
      frames: 432,
    })
    expect(screen.getAllByText('Trimmed to 18.0 s of 31.5 s, from 4.5 s')).not.toEqual([])
  })
})
