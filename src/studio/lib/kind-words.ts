const words: Record<string, string> = {
  image: 'Image',
  image_edit: 'Edit image',
  video: 'Video',
  video_edit: 'Edit video',
  video_reframe: 'Reframe',
}

/** The kind of a request as the panels are called. */
export const kindWords = (type: string) => words[type] ?? type
