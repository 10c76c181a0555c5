import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { make } from './http-client.ts'
import { expect, test } from './studio.fixture.ts'

async function seriousFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

async function open(page: Page, draft: object, dock: 'open' | 'closed') {
  const current = JSON.stringify({ draft, plan: { times: 1, axes: [], targets: [] } })
  await page.evaluate((value) => localStorage.setItem('dailies.compose.current', value), current)
  await page.goto(`/?panel=compose&dock=${dock}`)
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeAttached()
}

const draftsFrom = (picture: string, clip: string) => {
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

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

test('Nothing serious stands in anyone’s way in any panel, in either theme', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000)
  const { id: picture } = await make(request, { type: 'image', prompt: 'A lake' })
  const { id: clip } = await make(request, {
    type: 'video',
    prompt: 'A river',
    video: { resolution: '360p' },
  })
  await page.goto('/')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      for (const [name, draft] of Object.entries(draftsFrom(picture, clip))) {
        await test.step(`${name}, ${size}, ${colorScheme}`, async () => {
          const hasDock = ['keyframes', 'video edit', 'reframe'].includes(name)
          await open(page, draft, hasDock && size === 'desk' ? 'open' : 'closed')
          await page.waitForTimeout(200)
          expect(await seriousFaults(page), `${name}, ${size}, ${colorScheme}`).toEqual([])
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          )
          expect(wide, `${name}, ${size}: nothing runs off the side`).toBeLessThanOrEqual(0)
          if (!hasDock || size === 'desk') return
          await open(page, draft, 'open')
          await page.waitForTimeout(200)
          expect(await seriousFaults(page), `${name} dock, ${colorScheme}`).toEqual([])
        })
      }
    }
  }
})
