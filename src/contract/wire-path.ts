/** `video.keyframes[3].frame` of ours is `video.keyframe_indexes[3]` of theirs, and so on. */
export const toWirePath = (path: string) =>
  path
    .replace(/keyframes(\[\d+\])\.frame$/, 'keyframe_indexes$1')
    .replace(/(keyframes\[\d+\])\.image$/, '$1')

export const fromWirePath = (path: string) =>
  path
    .replace(/(keyframes\[\d+\])$/, '$1.image')
    .replace(/keyframe_indexes(\[\d+\])$/, 'keyframes$1.frame')
