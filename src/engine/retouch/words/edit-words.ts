/** Phrases about a picture that is there already: `effects, phrases`, as the scene's own tables. */
export const editWords: readonly (readonly [string, string])[] = [
  [
    'verb=1',
    'make, season, time, weather, hour, day time, turn, change, convert, transform, give, apply, edit, render, restyle, relight, recolour, recolor, repaint, redraw, colour, color, adjust, tint, grade, set, keep, preserve, leave, look, looks, look like, as if, in the style of, style of, version, in style, filter, more, slightly, a bit, a little, very, much, everything, whole, entire, picture, image, photo, photograph, scene, it into, becomes, become, same, unchanged, as it is, the rest, rest, else, taken, shot, happen, happening, feel, mood, atmosphere, vibe, grading, effect',
  ],
  ['part=sky', 'sky, skies, heaven'],
  ['part=background', 'background, backdrop, surroundings, scenery, setting, behind'],
  [
    'part=subject',
    'subject, foreground, main subject, figure, person, man, woman, girl, boy, model, object, character, product',
  ],
  ['sky=new', 'dramatic sky, new sky, another sky, different sky, sky replacement, replace sky'],
  [
    'blur=0.012',
    'blur, blurred, blurry, out of focus, defocus, defocused, unsharp, softer focus, soft focus',
  ],
  ['blur=0.028', 'very blurry, strongly blurred, heavy blur, heavily blurred, blur strongly'],
  ['blur=0.006', 'slightly blurred, slight blur, slightly blurry, light blur, blur slightly'],
  [
    'blur=0.016 part=background',
    'bokeh, shallow depth of field, depth of field, portrait mode, blur the background, blurred background, blurry background',
  ],
  [
    'sharpen=1',
    'sharpen, sharper, sharp, crisp, crisper, more detail, more detailed, sharpness, clearer',
  ],
  ['sharpen=2', 'much sharper, very sharp, sharpen strongly'],
  [
    'exposure=1.35',
    'brighter, brighten, lighten, lighter, more light, increase brightness, brighten up, increase exposure',
  ],
  ['exposure=0.68', 'darker, darken, less light, reduce brightness, underexpose, dim it'],
  [
    'contrast=1.28',
    'contrast, more contrast, high contrast, higher contrast, increase contrast, contrasty, punchy, punchier, dramatic',
  ],
  [
    'contrast=0.76',
    'less contrast, low contrast, lower contrast, reduce contrast, flat, matte, faded blacks',
  ],
  [
    'saturation=1.4',
    'saturate, more saturated, more colourful, more colorful, increase saturation, richer colours, richer colors',
  ],
  [
    'saturation=0.55',
    'desaturate, less saturated, less colourful, less colorful, reduce saturation',
  ],
  ['warmth=0.5', 'warmer, warm up'],
  ['warmth=-0.5', 'cooler, colder, cool down, bluish'],
  ['night=lights', 'city lights, lit windows, lights on, street lights, lamps on'],
  [
    'text=1',
    'text, caption, title, headline, lettering, word, words, letters, write, that says, saying, says, reading, label',
  ],
  ['place=top', 'at the top, on top, along the top'],
  ['place=middle', 'in the middle, in the centre, in the center, centred, centered'],
  ['place=bottom', 'at the bottom, along the bottom'],
  ['place=left', 'on the left, to the left, left side'],
  ['place=right', 'on the right, to the right, right side'],
]
