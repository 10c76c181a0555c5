import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { actButton, acceptPost, openCompose, promptBox, refusePost } from '../compose-fixture.tsx'

const fox: Draft = { type: 'image', prompt: 'A fox', model: 'uni-1', style: 'auto' }
const twoFoxes: Draft = { ...fox, prompt: 'A fox at {dawn|noon}' }

const list = () => screen.getByRole('table')
const rows = () =>
  within(list())
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)
const times = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Run, times' })

afterEach(() => vi.unstubAllGlobals())

describe('many from one', { timeout: 20_000 }, () => {
  it('shows every combination with its price, and sends them as one set', async () => {
    const { user, posts } = openCompose({ draft: fox })
    await user.type(promptBox(), ' at {{dawn|noon}')
    expect(screen.getByText('2 pictures: 2 prompts')).toBeTruthy()
    expect(rows()).toEqual(['1A fox at dawn$0.0404', '2A fox at noon$0.0404'])
    expect(await screen.findByText('Free here, 2 × $0.0404 = $0.0808 on Luma')).toBeTruthy()
    await user.click(actButton('Generate 2'))
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(posts[0]?.path).toBe('/api/sets')
    expect(posts[0]?.items.map(({ request }) => request.prompt)).toEqual([
      'A fox at dawn',
      'A fox at noon',
    ])
    const ids = [posts[0]?.setId, ...(posts[0]?.items.map(({ id }) => id) ?? [])]
    expect(new Set(ids).size).toBe(3)
    expect(promptBox().value).toBe('A fox at {dawn|noon}')
  })

  it('runs the same several times, by keyboard', async () => {
    const { user, posts } = openCompose({ draft: fox })
    await user.click(promptBox())
    for (let stops = 0; document.activeElement !== times() && stops < 60; stops += 1) {
      await user.tab()
    }
    expect(document.activeElement).toBe(times())
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Once more' }))
    await user.keyboard('{Enter} ')
    expect(times().value).toBe('3')
    await user.tab({ shift: true })
    await user.keyboard('{Control>}a{/Control}4')
    expect(rows()).toHaveLength(4)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(posts[0]?.items).toHaveLength(4))
  })

  it('takes no count beyond 1 to 24', async () => {
    const { user } = openCompose({ draft: fox, plan: { times: 24 } })
    await user.click(screen.getByRole('button', { name: 'Once more' }))
    expect(times().value).toBe('24')
    await user.clear(times())
    await user.type(times(), '99')
    await user.tab()
    expect(times().value).toBe('9')
  })

  it('compares two settings, by keyboard', async () => {
    const { user, posts } = openCompose({ draft: fox })
    actButton('Compare settings').focus()
    await user.keyboard('{Enter}')
    const models = screen.getByRole('group', { name: 'Model values' })
    expect(within(models).getByRole<HTMLInputElement>('checkbox', { name: 'uni-1' }).checked).toBe(
      true,
    )
    expect(screen.queryByRole('table')).toBeNull()
    within(models).getByRole('checkbox', { name: 'uni-1-max' }).focus()
    await user.keyboard(' ')
    expect(rows()).toEqual(['1uni-1$0.0404', '2uni-1-max$0.10'])
    actButton('Compare another').focus()
    await user.keyboard('{Enter}')
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Second setting to compare' }),
      'Format',
    )
    within(screen.getByRole('group', { name: 'Format values' }))
      .getByRole('checkbox', { name: 'JPEG' })
      .focus()
    await user.keyboard(' ')
    expect(screen.getByText('4 pictures: 2 models × 2 formats')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Compare another' })).toBeNull()
    await user.click(actButton('Generate 4'))
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(
      posts[0]?.items.map(({ request }) => [
        request.model,
        'output_format' in request && request.output_format,
      ]),
    ).toEqual([
      ['uni-1', 'png'],
      ['uni-1', 'jpeg'],
      ['uni-1-max', 'png'],
      ['uni-1-max', 'jpeg'],
    ])
  })

  it('says so when what is chosen above is not among the compared', async () => {
    const { user } = openCompose({
      draft: fox,
      plan: { axes: [{ path: 'model', values: ['uni-1', 'uni-1-max'] }] },
    })
    await user.click(
      within(screen.getByRole('group', { name: 'Model values' })).getByRole('checkbox', {
        name: 'uni-1',
      }),
    )
    expect(screen.getByText('uni-1, as chosen above, is not among them.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Do not compare model' }))
    expect(screen.queryByRole('group', { name: 'Model values' })).toBeNull()
  })

  it('shows what would be refused, with the reason, and sends the rest', async () => {
    const axes = [{ path: 'style', values: ['auto', 'manga'] }]
    const { user, posts } = openCompose({
      draft: { ...twoFoxes, aspect_ratio: '16:9' },
      plan: { axes },
    })
    expect(screen.getByText('2 break a rule and are not sent.')).toBeTruthy()
    expect(within(list()).getAllByText(/^Manga pages are tall/)).toHaveLength(2)
    await user.click(actButton('Generate 2'))
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(posts[0]?.items.map(({ request }) => 'style' in request && request.style)).toEqual([
      'auto',
      'auto',
    ])
  })

  it('sends no more than 24, says what to take away, and goes there', async () => {
    const { user, posts } = openCompose({ draft: twoFoxes, plan: { times: 13 } })
    expect(
      screen.getByText(
        '26 is more than the 24 of one submission: keep 1 of the 2 prompts (13), or run 12 times (24).',
      ),
    ).toBeTruthy()
    expect(actButton('Generate 26').getAttribute('aria-disabled')).toBe('true')
    await user.click(actButton('Generate 26'))
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe(
        'plan',
      ),
    )
    expect(posts).toHaveLength(0)
  })
})

describe('braces in the prompt', { timeout: 20_000 }, () => {
  it('are sent as they are when asked, and can be alternatives again', async () => {
    const { user, posts } = openCompose({ draft: twoFoxes })
    expect(screen.getByText('{dawn|noon}', { selector: 'mark' })).toBeTruthy()
    await user.click(actButton('Send braces as they are'))
    expect(promptBox().value).toBe('A fox at \\{dawn|noon\\}')
    await user.click(actButton('Generate'))
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(posts[0]?.path).toBe('/api/generations')
    expect(posts[0]?.items[0]?.request.prompt).toBe('A fox at {dawn|noon}')
    await user.click(actButton('Use as alternatives'))
    expect(actButton('Generate 2')).toBeTruthy()
  })

  it('without their other half are words, and that is said', async () => {
    const { user, posts } = openCompose({ draft: { ...fox, prompt: 'A {fox|owl' } })
    expect(screen.getByText('A { has no other half: it is sent as it is.')).toBeTruthy()
    await user.click(actButton('Generate'))
    await waitFor(() => expect(posts[0]?.items[0]?.request.prompt).toBe('A {fox|owl'))
  })
})

describe('a set that is sent', { timeout: 20_000 }, () => {
  it('is sent again under the same ids when nobody answered', async () => {
    const { user, posts } = openCompose({
      draft: twoFoxes,
      answer: (post) => (post.count < 3 ? 'no answer' : acceptPost(post)),
    })
    await user.click(actButton('Generate 2'))
    await user.click(await screen.findByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(posts).toHaveLength(2))
    await waitFor(() => expect(actButton('Generate 2').getAttribute('aria-busy')).toBe('false'))
    await user.click(actButton('Generate 2'))
    await waitFor(() => expect(posts).toHaveLength(3))
    expect(posts[1]).toMatchObject({ setId: posts[0]?.setId, items: posts[0]?.items })
    expect(posts[2]).toMatchObject({ setId: posts[0]?.setId, items: posts[0]?.items })
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await user.click(actButton('Generate 2'))
    await waitFor(() => expect(posts).toHaveLength(4))
    expect(posts[3]?.setId).not.toBe(posts[0]?.setId)
  })

  it('is offered again under the same ids after a reload', async () => {
    const first = openCompose({ draft: twoFoxes, answer: () => 'no answer' })
    await first.user.click(actButton('Generate 2'))
    await screen.findByRole('button', { name: 'Retry' })
    first.unmount()
    const { user, posts } = openCompose()
    expect(await screen.findByText(/^The last submission had no answer/)).toBeTruthy()
    await user.click(actButton('Retry'))
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(posts[0]).toMatchObject({
      setId: first.posts[0]?.setId,
      items: first.posts[0]?.items,
    })
  })

  it('shows what the server refused at the field, with the number that the list gives', async () => {
    const violations = [
      { code: 'x', path: 'items[1].request.aspect_ratio', reason: 'Not that ratio.' },
    ]
    const { user } = openCompose({
      draft: { ...twoFoxes, aspect_ratio: '3:1' },
      plan: { axes: [{ path: 'style', values: ['auto', 'manga'] }] },
      answer: () => refusePost('No', { path: 'items[1].request.aspect_ratio', violations }),
    })
    await user.click(actButton('Generate 2'))
    expect(await screen.findByText('Number 3: Not that ratio.')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: '2:1' }))
    expect(screen.queryByText('Number 3: Not that ratio.')).toBeNull()
  })
})
