export const grounds = ['black', 'grey', 'white'] as const
export type Ground = (typeof grounds)[number]

/** 18 % reflectance, the photographer's card, is 46 % in sRGB. */
export const groundColour: Record<Ground, string> = {
  black: '#000000',
  grey: '#767676',
  white: '#ffffff',
}

export const groundName: Record<Ground, string> = {
  black: 'Black',
  grey: '18 % grey',
  white: 'White',
}
