/** A picture: three bytes a pixel, sRGB, rows top to bottom. */
export type Pixels = { width: number; height: number; rgb: Uint8Array }
