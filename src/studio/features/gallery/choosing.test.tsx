import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { generationFixture } from '../../api/generation-fixture.ts'
import { showWall } from './wall-fixture.tsx'

const records = [5, 4, 3, 2, 1].map((n) => generationFixture(n))
const tile = (n: number) => screen.findByRole('link', { name: new RegExp(`Picture ${n}`) })

afterEach(() => vi.unstubAllGlobals())

describe('choosing on the wall', () => {
  it('toggles with Ctrl, takes in a range with Shift, and opens nothing meanwhile', async () => {
    const { user, onSelect, onOpen } = showWall(records)
    const second = await tile(4)
    await user.keyboard('{Control>}')
    await user.click(second)
    await user.keyboard('{/Control}')
    expect(onSelect).toHaveBeenLastCalledWith([4])
    await user.keyboard('{Shift>}')
    await user.click(await tile(2))
    await user.keyboard('{/Shift}')
    expect(onSelect).toHaveBeenLastCalledWith([4, 3, 2])
    await user.click(await tile(3))
    expect(onSelect).toHaveBeenLastCalledWith([4, 2])
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('works by keys alone', async () => {
    const { user, onSelect, onActive } = showWall(records)
    const first = await tile(5)
    first.focus()
    await user.keyboard('s')
    expect(onActive).toHaveBeenLastCalledWith(5)
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}')
    expect(onSelect).toHaveBeenLastCalledWith([5, 4])
    await user.keyboard('{Control>}a{/Control}')
    expect(onSelect).toHaveBeenLastCalledWith([5, 4, 3, 2, 1])
    await user.keyboard('{Escape}')
    expect(onSelect).toHaveBeenLastCalledWith([])
  })

  it('asks what can be done with all that are chosen when one of them is asked', async () => {
    const { user, actsOf } = showWall(records)
    await user.keyboard('{Control>}')
    await user.click(await tile(5))
    await user.click(await tile(3))
    await user.keyboard('{/Control}')
    fireEvent.contextMenu(await tile(3))
    await screen.findByRole('menu')
    expect(actsOf).toHaveBeenLastCalledWith([5, 3])
  })
})
