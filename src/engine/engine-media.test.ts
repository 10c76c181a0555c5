import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEngine } from './create-engine.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { talkTo } from './talk-to.fixture.ts'

test('x', async () => {
  const engine = createEngine({ renderer: createQuickRenderer() })
  const { post } = talkTo(engine)
  const r = await post({ prompt: 'x', image_ref: [{ data: 'AAAA', media_type: 'image/png' }] })
  console.log(r.status, await r.text(), engine.ledger())
  await engine.close()
})
