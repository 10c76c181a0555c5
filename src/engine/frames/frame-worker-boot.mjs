import { register } from 'tsx/esm/api'

// A worker does not inherit the loader of the process that runs it.
register()
await import('./frame-worker.ts')
