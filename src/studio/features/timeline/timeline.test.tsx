import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Keyframe } from '#contract/keyframe.ts'
import { keyframeBreaches } from '#contract/keyframe-rules.ts'
import { unknownLook } from '../../media/media-look.ts'
import { Timeline } from './timeline.tsx'

/** jsdom has no canvas; what is drawn is looked at in Chromium. */
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})

const picture = (name: string | number) => ({ url: `https://pictures.test/${name}.png` })
const at = (...frames: number[]): Keyframe[] =>
  frames.map((frame, index) => ({ frame, image: picture(index) }))

type Asked = { changes: Keyframe[][]; added: number[]; files: [number, number][] }

function Held({ first, asked, last }: { first: Keyframe[]; asked: Asked; last: number }) {
  const [keyframes, setKeyframes] = useState(first)
  const breaches = keyframeBreaches(keyframes, 'video.keyframes', last)
  return (
    <Timeline
      keyframes={keyframes}
      onChange={(next) => {
        asked.changes.push(next)
        setKeyframes(next)
      }}
      grid={{ last, fps: 24 }}
      aspect={16 / 9}
      lookOf={unknownLook}
      source={null}
      reasonAt={(path) => {
        const breach = breaches.find((each) => each.path === path)
        return breach && { tone: 'bad', text: breach.reason }
      }}
      onFiles={(files, frame) => asked.files.push([files.length, frame])}
      onDropMedia={() => undefined}
      renderAdd={(frame) => (
        <button type="button" onClick={() => asked.added.push(frame)}>
          Add a keyframe
        </button>
      )}
    />
  )
}

function open(first: Keyframe[], last = 120) {
  const asked: Asked = { changes: [], added: [], files: [] }
  render(<Held first={first} asked={asked} last={last} />)
  const frames = () => (asked.changes.at(-1) ?? first).map(({ frame }) => frame)
  return { ...asked, frames, user: userEvent.setup() }
}

const anchor = (name: string) => screen.getByRole('option', { name })
const button = (name: string) => screen.getByRole('button', { name })
const focused = () => document.activeElement?.getAttribute('aria-label')
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Frame' })

describe('an anchor under the keys', () => {
  it('is told by its place, its frame and its second', () => {
    open(at(0, 48, 120))
    const options = within(screen.getByRole('listbox', { name: 'Keyframes' })).getAllByRole(
      'option',
    )
    expect(options.map((option) => option.getAttribute('aria-label'))).toEqual([
      'Keyframe 1 of 3 at frame 0, 0.00 s',
      'Keyframe 2 of 3 at frame 48, 2.00 s',
      'Keyframe 3 of 3 at frame 120, 5.00 s',
    ])
  })

  it.each([
    ['{ArrowRight}', [0, 49, 120]],
    ['{ArrowLeft}', [0, 47, 120]],
    ['{Shift>}{ArrowRight}{/Shift}', [0, 60, 120]],
    ['{Shift>}{ArrowLeft}{/Shift}', [0, 36, 120]],
    ['{Home}', [0, 1, 120]],
    ['{End}', [0, 119, 120]],
    ['{Delete}', [0, 120]],
    ['d', [0, 48, 49, 120]],
  ])('answers %s', async (keys, frames) => {
    const { user, frames: now, changes } = open(at(0, 48, 120))
    anchor('Keyframe 2 of 3 at frame 48, 2.00 s').focus()
    await user.keyboard(keys)
    expect(now()).toEqual(frames)
    expect(changes).toHaveLength(1)
  })

  it('keeps the keys while it is moved over its neighbour, and says where it is', async () => {
    const { user, frames } = open(at(47, 48))
    anchor('Keyframe 1 of 2 at frame 47, 1.96 s').focus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(frames()).toEqual([48, 50])
    expect(focused()).toBe('Keyframe 2 of 2 at frame 50, 2.08 s')
    expect(screen.getByRole('status').textContent).toBe('Keyframe 2 of 2 at frame 50, 2.08 s.')
  })

  it('hands the keys on with Tab, and the last one lets them go', async () => {
    const { user } = open(at(0, 48))
    anchor('Keyframe 1 of 2 at frame 0, 0.00 s').focus()
    await user.tab()
    expect(focused()).toBe('Keyframe 2 of 2 at frame 48, 2.00 s')
    await user.tab({ shift: true })
    expect(focused()).toBe('Keyframe 1 of 2 at frame 0, 0.00 s')
    await user.tab()
    await user.tab()
    expect(focused()).toBe('Playhead')
  })

  it('moves together with all that are selected', async () => {
    const { user, frames } = open(at(10, 20, 40))
    anchor('Keyframe 1 of 3 at frame 10, 0.42 s').focus()
    await user.keyboard('{Control>}a{/Control}{Shift>}{ArrowRight}{/Shift}')
    expect(frames()).toEqual([22, 32, 52])
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(3)
  })
})

describe('a typed frame', () => {
  it('moves the anchor that Enter was pressed on, and gives the keys back', async () => {
    const { user, frames } = open(at(0, 48))
    anchor('Keyframe 2 of 2 at frame 48, 2.00 s').focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(field())
    await user.keyboard('96{Enter}')
    expect(frames()).toEqual([0, 96])
    expect(focused()).toBe('Keyframe 2 of 2 at frame 96, 4.00 s')
  })

  it.each([
    ['0', 'Frame 0 is taken by another keyframe. Type a free one.'],
    ['121', 'Type a whole frame from 0 to 120.'],
  ])('that cannot be says why: %s', async (text, words) => {
    const { user, changes } = open(at(0, 48))
    anchor('Keyframe 2 of 2 at frame 48, 2.00 s').focus()
    await user.keyboard(`{Enter}${text}{Enter}`)
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(
      document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent,
    ).toBe(words)
    expect(changes).toHaveLength(0)
  })
})

describe('the acts', () => {
  it('spread and reverse all when none is selected', async () => {
    const { user, frames } = open(at(3, 9, 10))
    await user.click(button('Spread evenly'))
    expect(frames()).toEqual([0, 60, 120])
    await user.click(button('Reverse'))
    expect(frames()).toEqual([0, 60, 120])
  })

  it('reverse the pictures with their distances', async () => {
    const { user, changes } = open(at(0, 10, 100))
    await user.click(button('Reverse'))
    expect(changes.at(-1)).toEqual([
      { frame: 0, image: picture(2) },
      { frame: 90, image: picture(1) },
      { frame: 100, image: picture(0) },
    ])
  })

  it('do not go beyond the limit', () => {
    open(at(...Array.from({ length: 64 }, (_, frame) => frame)))
    expect(screen.getByText('64 of 64: remove one to add one.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add a keyframe' })).toBeNull()
  })

  it('move the playhead by keys and add where it stands', async () => {
    const { user, added } = open([])
    await user.keyboard('...,')
    expect(screen.getByRole('slider', { name: 'Playhead' }).getAttribute('aria-valuetext')).toBe(
      'Frame 2, 0.08 s',
    )
    await new Promise((done) => setTimeout(done, 200))
    await user.keyboard('k')
    expect(added).toHaveLength(1)
  })
})

describe('reasons', () => {
  it('stand at the anchors they are about', () => {
    open([...at(0, 48), { frame: 48, image: picture('b') }, { frame: 130, image: picture('c') }])
    const marked = screen
      .getAllByRole('option')
      .filter((each) => each.hasAttribute('aria-describedby'))
    expect(
      marked.map(
        (each) => document.getElementById(each.getAttribute('aria-describedby') ?? '')?.textContent,
      ),
    ).toEqual([
      'Keyframe 3: Two keyframes cannot share frame 48.',
      'Keyframe 4: A keyframe stands on a whole frame from 0 to 120.',
    ])
  })
})
