import { expect, test } from './ledger.fixture.ts'

test.setTimeout(240_000)

test('Twenty tabs share one stream, and a job is asked after once a tick, not twenty times', async ({
  context,
  page,
  request,
  engine,
}) => {
  let streams = 0
  context.on('request', (asked) => {
    if (asked.url().endsWith('/api/events')) streams += 1
  })
  await page.goto('/?panel=wall')
  const tabs = [page]
  for (let tab = 1; tab < 20; tab += 1) {
    const other = await context.newPage()
    await other.goto('/?panel=wall')
    tabs.push(other)
  }
  expect(streams).toBe(1)
  const id = crypto.randomUUID()
  const started = Date.now()
  await request.post('/api/generations', {
    headers: { 'Idempotency-Key': id },
    data: { type: 'image', prompt: 'One for all', aspect_ratio: '1:1' },
  })
  for (const tab of tabs) {
    await expect(tab.getByRole('link', { name: 'Image: One for all' })).toBeVisible({
      timeout: 90_000,
    })
  }
  const ticks = Math.ceil((Date.now() - started) / 800)
  const looks = engine
    .ledger()
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/generations/'))
  expect(looks.length).toBeLessThanOrEqual(ticks + 1)
  expect(streams).toBe(1)

  await tabs[0]!.close()
  await expect.poll(() => streams).toBe(2)
})
