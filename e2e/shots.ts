import type { APIRequestContext } from '@playwright/test'
import { draftsFrom, openDraft } from './panel-drafts.ts'
import { shoot } from './shoot.ts'
import { expect, test } from './studio.fixture.ts'

const scenes = [
  ['image', 'A calm sea at dusk, low sun on the horizon, long golden reflections', '16:9'],
  ['image', 'Neon street in the rain at night, wet asphalt, "OPEN LATE" sign', '2:3'],
  ['image', 'A glass of iced coffee on a marble countertop, morning window light', '3:2'],
  ['video', 'A lone sailboat at dusk, fog rolling in, slow push in', '16:9'],
  ['image', 'Panorama of mountains above a lake at dawn, mist, two deer', '3:1'],
  ['image', 'Film noir portrait of a fox, hard side light', '1:1'],
  ['image', 'A waterfall of silk, teal and orange, flowing folds', '1:3'],
  ['image', 'An astronaut above a ringed planet, stars', '16:9'],
  ['image', 'A whale under water with god rays, deep blue', '2:1'],
  ['image', 'Old library, dust in window light', '3:2'],
  ['image', 'Red dunes at golden hour, a caravan of camels', '16:9'],
  ['image', 'Autumn forest, deer, morning mist', '2:3'],
  ['image', 'A castle on a hill in winter, snow, manga', '9:16'],
] as const

type Made = { id: string; state: string }

async function post(request: APIRequestContext, data: object): Promise<string> {
  const id = crypto.randomUUID()
  await request.post('/api/generations', { headers: { 'Idempotency-Key': id }, data })
  return id
}

async function settled(request: APIRequestContext, id: string) {
  await expect
    .poll(
      async () => ((await (await request.get(`/api/generations/${id}`)).json()) as Made).state,
      {
        timeout: 120_000,
      },
    )
    .toMatch(/completed|failed/)
}

test.use({ expectedErrors: [/422/, /Failed to load/] })

test('pictures of every state of the page', async ({ page, request }) => {
  test.setTimeout(600_000)
  await page.goto('/')
  await expect(page.getByRole('list', { name: 'Examples' })).toBeVisible()
  await shoot(page, '1-empty-wall')

  await page.goto('/?panel=compose')
  await page.getByRole('textbox', { name: 'Prompt' }).fill(scenes[1][1])
  await shoot(page, '2-composing-image')
  await page.getByRole('radio', { name: 'Manga' }).check({ force: true })
  await page.getByRole('radio', { name: '16:9' }).click({ force: true })
  await page.getByRole('textbox', { name: 'Prompt' }).fill('')
  await page.getByRole('button', { name: 'Generate' }).click()
  await shoot(page, '3-error-at-the-field')
  await page.getByRole('radio', { name: 'Video', exact: true }).check({ force: true })
  await page.getByRole('textbox', { name: 'Prompt' }).fill(scenes[3][1])
  await shoot(page, '4-composing-video')

  const posting = (wanted: readonly (typeof scenes)[number][]) =>
    Promise.all(
      wanted.map(([type, prompt, aspect_ratio]) =>
        post(request, {
          type,
          prompt,
          aspect_ratio,
          ...(prompt.endsWith('manga') && { style: 'manga' }),
        }),
      ),
    )
  const first = await posting(scenes.slice(0, 3))
  for (const id of first) await settled(request, id)
  const [clip] = await posting([scenes[3]])
  await posting([scenes[4]])
  await page.goto('/?panel=wall')
  await expect(page.getByText(/\d+ \/ 120 frames/)).toBeVisible({ timeout: 120_000 })
  await shoot(page, '5-job-running')
  await posting(scenes.slice(5))

  const picture = first[0] ?? ''
  await settled(request, clip ?? '')

  const wall = page.getByRole('list', { name: 'Generations' })
  const names = wall.getByRole('link', { name: /^(Image|Video): / })
  const done = async () => {
    const answer = await request.get('/api/facets?state=completed')
    return ((await answer.json()) as { total: number }).total
  }
  await expect.poll(done, { timeout: 180_000 }).toBe(scenes.length)
  const long = `${'A very long prompt about a train that crosses a bridge at night. '.repeat(6)}`
  await settled(request, await post(request, { type: 'image', prompt: long, aspect_ratio: '16:9' }))
  await page.goto('/?panel=wall')
  await expect(names.first()).toBeVisible()
  await page.waitForTimeout(1000)
  await shoot(page, '6-results')

  await names.nth(4).click()
  await expect(page.getByText('What the local engine understood')).toBeVisible()
  await shoot(page, '7-detail-image')
  await page.goto(`/?item=${clip}`)
  await expect(page.locator('video')).toBeVisible()
  await page.waitForTimeout(1500)
  await shoot(page, '8-detail-video')
  const drafts = Object.entries(draftsFrom(picture, clip ?? ''))
  for (const [index, [name, draft]] of drafts.entries()) {
    const file = `${index + 10}-panel-${name.replaceAll(' ', '-')}`
    await openDraft(page, draft, 'closed')
    await page.waitForTimeout(1500)
    await shoot(page, file)
    if (!['keyframes', 'video edit', 'reframe'].includes(name)) continue
    await openDraft(page, draft, 'open')
    await page.waitForTimeout(2500)
    await shoot(page, `${file}-bench`)
    if (name !== 'video edit') continue
    await page.getByRole('radio', { name: 'Signals' }).check({ force: true })
    await page.waitForTimeout(15_000)
    await shoot(page, `${file}-signals`)
  }
  await page.goto('/')
  await page.keyboard.press('?')
  await shoot(page, '9-keys')
})
