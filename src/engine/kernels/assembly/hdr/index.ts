export { expandRows } from './expand'
export { blockOf } from './exr'
export { setTables } from './tables'
export { pqRows } from './pq'
