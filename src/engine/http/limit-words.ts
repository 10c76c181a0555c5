export const limitWords = {
  image: 'Image exceeds 50 MB size limit',
  video: 'Video exceeds 200 MB size limit',
} as const
