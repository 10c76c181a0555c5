import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('are compiled from the sources beside them', () => {
  const script = fileURLToPath(new URL('../../../scripts/build-kernels.mjs', import.meta.url))
  expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow()
})
