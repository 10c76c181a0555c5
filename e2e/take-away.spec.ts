import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { make, makeAll } from './http-client.ts'
import { expect, test } from './ledger.fixture.ts'
import { wallPage } from './wall-page.ts'

const key = 'luma-api-for-tests'

test('What is chosen is taken away as one ZIP with its files and a list of them', async ({
  page,
  request,
  dailies,
}) => {
  const made = await makeAll(
    request,
    { type: 'image', prompt: 'Red fox', aspect_ratio: '1:1' },
    { type: 'video', prompt: 'Waves', aspect_ratio: '16:9', video: { resolution: '360p' } },
  )
  const wall = wallPage(page)
  await wall.open()
  await wall.tile(/Waves/).focus()
  await page.keyboard.press('Control+a')
  await wall.selection.getByRole('button', { name: 'Download' }).click()
  await wall.dialog.getByRole('textbox').fill('{type}-{words}')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    wall.dialog.getByRole('button', { name: 'Download ZIP' }).click(),
  ])
  const bytes = readFileSync(await download.path())
  const files = unzipSync(bytes)
  const names = Object.keys(files).toSorted()
  expect(names).toHaveLength(4)
  expect(names).toEqual(expect.arrayContaining(['manifest.csv', 'manifest.json']))
  const media = names.filter((name) => !name.startsWith('manifest'))
  expect(media[0]).toMatch(/^image-red-fox.*\.png$/i)
  expect(media[1]).toMatch(/^video-waves.*\.mp4$/i)
  const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as unknown
  const told = JSON.stringify(manifest)
  for (const { id, upstream_id, outputs, request: sent } of made) {
    expect(told).toContain(id)
    expect(told).toContain(upstream_id)
    expect(told).toContain(outputs[0]?.sha256)
    expect(told).toContain(sent.prompt)
  }
  expect(told).toContain('0.0404')
  const all = Object.values(files).map((file) => Buffer.from(file).toString('latin1'))
  for (const text of all) {
    expect(text.includes(key)).toBe(false)
    expect(text.includes(dailies.data)).toBe(false)
  }
  const image = Buffer.from(files[media[0]!]!).toString('latin1')
  expect(image).toContain('XML:com.adobe.xmp')
  expect(image).toContain('Red fox')
})

test('One is downloaded by key, without what made it when that is wished', async ({
  page,
  request,
}) => {
  const made = await make(request, { type: 'image', prompt: 'Red fox', aspect_ratio: '1:1' })
  await page.goto(`/?item=${made.id}`)
  await page.getByRole('button', { name: /File name and metadata/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('switch', { name: 'Write what made it into the files' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Download', exact: true }).click(),
  ])
  const text = readFileSync(await download.path()).toString('latin1')
  expect(text).not.toContain('Red fox')
  expect(download.suggestedFilename()).toMatch(/red-fox.*\.png$/i)
  const [again] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')])
  expect(readFileSync(await again.path()).toString('latin1')).not.toContain('Red fox')
})
