import { register } from 'tsx/esm/api'

// Node 20 ignores `--import tsx` in a worker's execArgv, so the worker registers it itself.
register()
await import('./paint-worker.ts')
