import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import type { Preset, PresetInput } from '#contract/preset.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { type AppliedPreset, Presets } from './presets.tsx'

const saved_at = '2026-11-22T12:00:00.000Z'
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const draft: Draft = { type: 'video', prompt: 'A tide', video: { resolution: '540p' } }
const plan = { times: 4, axes: [], targets: [] }
const fog: Preset = { id: idOf(1), name: 'Fog', draft: { type: 'image', prompt: 'fog' }, saved_at }
const tide: Preset = { id: idOf(2), name: 'Tide', draft, plan, saved_at }

/** A server with a shelf of presets. */
function open(...presets: Preset[]) {
  const shelf = new Map(presets.map((preset) => [preset.id, preset]))
  const log = fakeNetwork(({ method, path, body }) => {
    const id = path.split('/')[3] ?? ''
    const old = shelf.get(id)
    if (method === 'GET') return { body: { data: [...shelf.values()] } }
    if (method === 'DELETE') shelf.delete(id)
    else shelf.set(id, { ...(body as PresetInput), id, saved_at })
    return { body: method === 'DELETE' ? old : shelf.get(id) }
  })
  const applied: AppliedPreset[] = []
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Presets current={{ draft, plan }} onApply={(one) => applied.push(one)} />
    </QueryClientProvider>,
  )
  const sent = () => log.filter(({ method }) => method !== 'GET')
  return { shelf, applied, sent, user: userEvent.setup({ applyAccept: false }) }
}

const name = () => screen.getByRole('textbox', { name: 'Save what stands in the form' })
const list = () => screen.getByRole('list', { name: 'Presets' })
const choose = async (user: ReturnType<typeof open>['user'], of: string, act: string) => {
  await user.click(await screen.findByRole('button', { name: `More for ${of}` }))
  await user.click(await screen.findByRole('menuitem', { name: act }))
}
/** jsdom's files cannot tell their text. */
const fileOf = (text: string) =>
  Object.assign(new File([text], 'a.json'), { text: () => Promise.resolve(text) })
const textOf = (blob: Blob | undefined) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.readAsText(blob as Blob)
  })
const importFile = (user: ReturnType<typeof open>['user'], text: string) =>
  user.upload(screen.getByLabelText('Import presets from a file'), fileOf(text))

afterEach(() => vi.unstubAllGlobals())

it('saves words and settings, or the words alone, under a name', async () => {
  const { user, shelf } = open()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Give it a name first.')).toBeDefined()
  await user.type(name(), ' Evening {Enter}')
  await screen.findByRole('button', { name: 'Apply Evening' })
  await user.click(screen.getByRole('radio', { name: 'Words only' }))
  await user.type(name(), 'Just words{Enter}')
  await screen.findByRole('button', { name: 'Apply Just words' })
  expect([...shelf.values()]).toMatchObject([
    { name: 'Evening', draft, plan },
    { name: 'Just words', draft: { type: 'video', prompt: 'A tide' } },
  ])
  expect([...shelf.values()][1]).not.toHaveProperty('plan')
})

it('applies settings with their plan, and words as words', async () => {
  const { user, applied } = open(fog, tide)
  await user.click(await screen.findByRole('button', { name: 'Apply Tide' }))
  await user.click(screen.getByRole('button', { name: 'Apply Fog' }))
  expect(applied).toEqual([
    { draft, plan, wordsOnly: false },
    { draft: fog.draft, plan: undefined, wordsOnly: true },
  ])
})

it('replaces one of the same name only when told to', async () => {
  const { user, shelf, sent } = open(fog)
  await screen.findByRole('button', { name: 'Apply Fog' })
  await user.type(name(), 'Fog{Enter}')
  expect(screen.getByText(/“Fog” exists: replace it/)).toBeDefined()
  expect(sent()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await waitFor(() => expect(shelf.get(fog.id)?.draft).toEqual(draft))
})

it('renames, and not to a name that is taken', async () => {
  const { user, shelf } = open(fog, tide)
  await choose(user, 'Fog', 'Rename')
  const field = screen.getByRole('textbox', { name: 'New name' })
  await user.clear(field)
  await user.type(field, 'Tide{Enter}')
  expect(screen.getByText('“Tide” exists: choose another name.')).toBeDefined()
  await user.type(field, ' 2{Enter}')
  await screen.findByRole('button', { name: 'Apply Tide 2' })
  expect(shelf.get(fog.id)).toMatchObject({ name: 'Tide 2', draft: fog.draft })
  await choose(user, 'Tide 2', 'Rename')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox', { name: 'New name' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More for Tide 2' }))
})

it('asks before it overwrites, and keeps words as words', async () => {
  const { user, shelf, sent } = open(fog)
  await choose(user, 'Fog', 'Overwrite with the form')
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  expect(sent()).toEqual([])
  await choose(user, 'Fog', 'Overwrite with the form')
  await user.click(screen.getByRole('button', { name: 'Overwrite' }))
  await waitFor(() => expect(shelf.get(fog.id)?.draft).toEqual({ type: 'video', prompt: 'A tide' }))
  expect(shelf.get(fog.id)).not.toHaveProperty('plan')
})

it('deletes and brings back', async () => {
  const { user, shelf } = open(fog, tide)
  await choose(user, 'Tide', 'Delete')
  const undo = await screen.findByRole('button', { name: 'Undo' })
  expect(shelf.has(tide.id)).toBe(false)
  await user.click(undo)
  await within(list()).findByRole('button', { name: 'Apply Tide' })
  expect(shelf.get(tide.id)).toMatchObject({ draft, plan })
})

it('gives a file and takes it again, with numbers for names that are taken', async () => {
  const texts: Blob[] = []
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  URL.createObjectURL = (blob) => `blob:${texts.push(blob as Blob)}`
  const { user, shelf } = open(fog, tide)
  await user.click(await screen.findByRole('button', { name: 'Export all' }))
  await choose(user, 'Fog', 'Export as a file')
  const names = clicks.mock.contexts.map((link) => (link as HTMLAnchorElement).download)
  expect(names).toEqual([
    expect.stringMatching(/^dailies-presets-\d{4}-\d\d-\d\d\.json$/),
    'dailies-preset-fog.json',
  ])
  clicks.mockRestore()
  await importFile(user, await textOf(texts[0]))
  expect(await screen.findByText('2 names are taken here:')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Import 2 presets' }))
  await screen.findByRole('button', { name: 'Apply Tide 2' })
  expect([...shelf.values()].map((preset) => preset.name)).toEqual([
    'Fog',
    'Tide',
    'Fog 2',
    'Tide 2',
  ])
  expect([...shelf.values()][3]).toMatchObject({ draft, plan })
})

it('names what is wrong in a file by preset and field', async () => {
  const { user, sent } = open(fog)
  await importFile(
    user,
    JSON.stringify({
      kind: 'dailies presets',
      version: 1,
      presets: [{ name: 'Odd', draft: { type: 'video', prompt: 'x', video: { loop: 1 } } }],
    }),
  )
  expect(
    await screen.findByText('Odd: draft.video.loop: This must be true or false.'),
  ).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Import / })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(sent()).toEqual([])
})

it('says why something did not work', async () => {
  fakeNetwork(({ method }) =>
    method === 'GET'
      ? { body: { data: [] } }
      : {
          status: 409,
          body: {
            type: 'about:blank',
            title: 'x',
            status: 409,
            code: 'too_many',
            detail: 'There may be 1000 presets: remove one first.',
          },
        },
  )
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Presets current={{ draft, plan }} onApply={() => undefined} />
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  await user.type(name(), 'One{Enter}')
  expect(await screen.findByText('There may be 1000 presets: remove one first.')).toBeDefined()
  expect(name()).toHaveProperty('value', 'One')
})
