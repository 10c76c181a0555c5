import { createEngine } from './create-engine.ts'
import { serveEngine } from './serve-engine.ts'

const defaultPort = 4681

function portFrom(text: string | undefined): number {
  const port = text ? Number(text) : defaultPort
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`DAILIES_ENGINE_PORT must be a port from 0 to 65535, not '${text}'`)
}

const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  const port = portFrom(process.env.DAILIES_ENGINE_PORT)
  const engine = createEngine()
  const served = await serveEngine(engine, port).catch(async (error) => {
    await engine.close()
    throw error
  })
  say(`The local engine is at ${served.url}`)

  const stop = async () => {
    await served.close()
    await engine.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  const reason = code === 'EADDRINUSE' ? 'another program has its port' : message
  process.stderr.write(`The local engine cannot start: ${reason}\n`)
  process.exitCode = 1
}
