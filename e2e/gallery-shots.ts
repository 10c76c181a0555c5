import { createEngine } from '#engine/create-engine.ts'
import { makeFamily } from './family.fixture.ts'
import { make } from './http-client.ts'
import { test as luma } from './ledger.fixture.ts'
import { shoot } from './shoot.ts'
import { expect } from './studio.fixture.ts'

/** The two POSTs after the family, and those that follow in the queue. */
const afterFamily = 12

const test = luma.extend({
  engine: async ({}, use) => {
    const engine = createEngine({
      limits: { activeJobs: 3 },
      faults: {
        submit: { [afterFamily + 2]: 'lost' },
        job: {
          [afterFamily + 1]: {
            failure_code: 'content_moderated',
            reason: 'The prompt was flagged.',
          },
        },
      },
    })
    await use(engine)
    await engine.close()
  },
})

test.use({ expectedErrors: [/Failed to load/] })

test('pictures of the gallery, the queue and the spending', async ({ page, request }) => {
  test.setTimeout(900_000)
  const submit = async (prompt: string, part: object = {}) => {
    const id = crypto.randomUUID()
    const data = { type: 'image', prompt, aspect_ratio: '3:2', ...part }
    await request.post('/api/generations', { headers: { 'Idempotency-Key': id }, data })
    return id
  }
  const ended = (id: string) =>
    expect
      .poll(
        async () =>
          ((await (await request.get(`/api/generations/${id}`)).json()) as { state: string }).state,
        { timeout: 120_000 },
      )
      .toMatch(/completed|failed|unknown/)

  const family = await makeFamily(request)
  await ended(await submit('Something that the content check does not like'))
  await ended(await submit('An answer that never came: a lighthouse in a storm'))
  for (const prompt of ['Red dunes at golden hour', 'A whale under water', 'Old library']) {
    await make(request, { type: 'image', prompt, aspect_ratio: '16:9' })
  }
  const all = (await (await request.get('/api/generations')).json()) as { data: { seq: number }[] }
  const seqs = all.data.map(({ seq }) => seq)
  const change = (some: number[], marks: object) =>
    request.patch('/api/generations', { data: { seqs: some, change: marks } })
  await change(seqs.slice(0, 3), { stars: 5, favourite: true, add_tags: ['client', 'dunes'] })
  await change(seqs.slice(5, 8), { review: 'pick', stars: 3 })
  await change(seqs.slice(9, 10), { review: 'reject' })
  for (const name of ['Moods', 'Client picks']) {
    const id = crypto.randomUUID()
    await request.post('/api/boards', { data: { id, name } })
    await request.post(`/api/boards/${id}/items`, { data: { seqs: seqs.slice(0, 4) } })
  }

  await page.goto('/?panel=wall')
  await page.waitForTimeout(2500)
  await shoot(page, '30-gallery')
  await page.goto('/?panel=wall&state=failed')
  await page.waitForTimeout(1500)
  await shoot(page, '31-gallery-one-failed')
  await page.goto('/?panel=wall&state=unknown')
  await page.waitForTimeout(1500)
  await shoot(page, '32-gallery-one-unknown')
  await page.goto('/?panel=wall&q=nothing-like-this')
  await page.waitForTimeout(1500)
  await shoot(page, '33-nothing-found')
  await page.goto('/?panel=wall&layout=grid&size=160')
  await page.getByRole('button', { name: /^Filter/ }).click()
  await page.waitForTimeout(1500)
  await shoot(page, '34-filter')
  await page.goto('/?panel=wall')
  await page.getByRole('button', { name: 'Boards', exact: true }).click()
  await page.waitForTimeout(1500)
  await shoot(page, '35-boards')
  await page.goto('/?panel=wall')
  await page.getByRole('list', { name: 'Generations' }).getByRole('link').first().focus()
  await page.keyboard.press('Control+a')
  await page.waitForTimeout(1000)
  await shoot(page, '36-selection')
  await page.keyboard.press('Escape')

  await page.goto(`/?item=${family.on}`)
  await page.waitForTimeout(2500)
  await shoot(page, '37-detail-of-a-chain')
  await page.goto(`/?item=${family.shot}&view=family`)
  await page.waitForTimeout(2000)
  await shoot(page, '38-lineage')
  for (let job = 0; job < 6; job += 1) {
    await submit(`Waves against the pier, take ${job + 1}`, {
      type: 'video',
      aspect_ratio: '16:9',
      video: { resolution: '1080p' },
    })
  }
  await page.goto('/?panel=queue')
  await page.waitForTimeout(3000)
  await shoot(page, '39-queue')
  await page.goto('/?view=usage&panel=wall')
  await page.waitForTimeout(2000)
  await shoot(page, '40-usage')
})
