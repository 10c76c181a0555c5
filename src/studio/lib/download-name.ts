const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
}

/** A file name that says where it came from and sorts by its id. */
export const downloadName = (id: string, mediaType: string) =>
  `dailies-${id.slice(0, 8)}.${endings[mediaType] ?? mediaType.split('/').at(-1) ?? 'bin'}`
