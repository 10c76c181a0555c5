/** A picture and its words: the pictures of a pair are as high as each other. */
export const figureLook =
  'flex min-h-0 min-w-0 flex-col gap-1 md:row-span-2 md:grid md:grid-rows-subgrid'
