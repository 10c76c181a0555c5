import { readEnv } from './env.ts'
import { openLuma } from './upstream/open-luma.ts'
import { startServer } from './start-server.ts'
import { quickPace } from './life/quick-pace.harness.ts'

const [killAt, nth] = [process.env.KILL_AT, Number(process.env.KILL_NTH ?? 1)]
const env = readEnv(process.env)
let passed = 0

const server = await startServer({
  env,
  pace: quickPace,
  openUpstream: async () => openLuma(env),
  async checkpoint(name) {
    if (name !== killAt) return
    passed += 1
    if (passed < nth) return
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => undefined)
  },
})
process.stdout.write(`${server.url}\n`)
