import sharp from 'sharp'

const mostPx = 8000

// Only the formats that browsers show: libvips can read many more, and each is a way in.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
})

/** A picture on this disk, upright, never decoded when it is larger than 8000 × 8000 pixels. */
export function openPicture(path: string) {
  return sharp(path, { limitInputPixels: mostPx * mostPx, failOn: 'truncated' }).autoOrient()
}
