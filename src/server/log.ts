import pino from 'pino'

export type Log = pino.Logger

type Options = { level?: string; key?: string | null; destination?: pino.DestinationStream }

/** Lines of JSON on stderr. The key's bytes leave no line, whatever was logged. */
export function createLog({ level = 'warn', key, destination }: Options = {}): Log {
  const streamWrite = (line: string) => (key ? line.replaceAll(key, '[key]') : line)
  return pino(
    { level, base: null, hooks: { streamWrite } },
    destination ?? pino.destination({ fd: 2, sync: true }),
  )
}
