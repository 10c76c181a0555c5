import { readFileSync } from 'node:fs'

const params = 'scenecut=0:open-gop=0:stitchable=1'

/**
 * Of both backends. Stitchable, so that clips of one size have the same parameter sets at whatever
 * quality, and are joined without encoding them again. With AVX-512, x264 165 reads memory that
 * nobody wrote while it looks ahead, and one clip in some hundred then differs by a few bytes; up to
 * AVX2 every level makes the same bytes.
 */
export const x264Params: string = hasAvx512() ? `${params}:asm=avx2` : params

function hasAvx512() {
  try {
    return readFileSync('/proc/cpuinfo', 'latin1').includes(' avx512')
  } catch {
    return false
  }
}
