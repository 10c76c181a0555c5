const extensions: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/x-exr': '.exr',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'video/webm': '.webm',
  'application/zip': '.zip',
}

/** With its dot; empty for what has none. */
export const mediaExtension = (mediaType: string): string => extensions[mediaType] ?? ''
