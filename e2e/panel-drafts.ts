import type { Page } from '@playwright/test'
import { expect } from './studio.fixture.ts'

/** Opens the studio with a draft in hand, as if it had been left so. */
export async function openDraft(page: Page, draft: object, dock: 'open' | 'closed') {
  const current = JSON.stringify({ draft, plan: { times: 1, axes: [], targets: [] } })
  await page.evaluate((value) => localStorage.setItem('dailies.compose.current', value), current)
  await page.goto(`/?panel=compose&dock=${dock}`)
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeAttached()
}

/** One draft for each face of the panels, from a picture and a clip that are there. */
export const draftsFrom = (picture: string, clip: string) => {
  const image = { generation_id: picture }
  const source = { generation_id: clip }
  const keyframes = [
    { frame: 0, image },
    { frame: 60, image },
  ]
  return {
    image: { type: 'image', prompt: 'A {red|blue} boat', image_ref: [image, image] },
    'image edit': { type: 'image_edit', prompt: 'Night', source: image },
    video: { type: 'video', prompt: 'Pan', aspect_ratio: '16:9', video: { start_frame: image } },
    extension: {
      type: 'video',
      prompt: 'On',
      aspect_ratio: '16:9',
      video: { start_frame: source },
    },
    keyframes: { type: 'video', prompt: 'Pan', aspect_ratio: '16:9', video: { keyframes } },
    'video edit': {
      type: 'video_edit',
      prompt: 'Ink',
      source,
      video: { edit: { strength: 'flex_2', keyframes } },
    },
    reframe: { type: 'video_reframe', prompt: 'More', aspect_ratio: '9:16', source },
    'wrong reframe': { type: 'video_reframe', prompt: '', source },
  }
}
