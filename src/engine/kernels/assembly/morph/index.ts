export { buildTaps } from './taps'
export { warpRows } from './warp'
export { blendRows } from './blend'
