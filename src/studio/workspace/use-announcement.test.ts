import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { generationFixture } from '../api/generation-fixture.ts'
import { useAnnouncement } from './use-announcement.ts'

const running = generationFixture(1, { state: 'processing' })
const done = generationFixture(1)
const failed = generationFixture(2, { state: 'failed' })

describe('what is said aloud', () => {
  it('is how a job ends, once', () => {
    const { result, rerender } = renderHook(useAnnouncement, { initialProps: [running] })
    expect(result.current).toBe('')
    rerender([done])
    expect(result.current).toBe('Image ready: Picture 1')
    rerender([generationFixture(2, { state: 'queued' }), done])
    rerender([failed, done])
    expect(result.current).toBe('Image failed: Picture 2')
  })

  it('is nothing about jobs that had ended before the page was opened', () => {
    const { result } = renderHook(useAnnouncement, { initialProps: [done, failed] })
    expect(result.current).toBe('')
  })
})
