export const lightWords = {
  'direction=-0.8': 'from the left, light from the left, lit from the left, left light',
  'direction=0.8': 'from the right, light from the right, lit from the right, right light',
  'direction=side':
    'side light, side lit, side lighting, window light, light through a window, light through the window, streaming through a window, streaming through the window, streaming through a large window, light streaming, rembrandt lighting, split lighting, raking light',
  'direction=0.1':
    'backlit, backlight, back lit, back lighting, backlighting, silhouette, silhouetted, against the light, contre jour, rim light, rim lit, rim lighting, lens flare',
  'elevation=75': 'overhead light, top light, top lit, from overhead',
  'elevation=12': 'low light, raking sun, long shadow, long shadows',
  'hardness=0.1':
    'soft, soft light, softly lit, diffuse, diffused, diffused light, softbox, overcast light, ambient light, even light, shadowless',
  'hardness=0.95':
    'hard light, harsh, harsh light, harsh sunlight, spotlight, dramatic, dramatic light, dramatic lighting, chiaroscuro, high contrast, strong shadow, direct sun, stark, deep shadow, contrasty',
  'hardness=0.85 elevation=55':
    'god ray, god rays, sunbeam, sun ray, light ray, shaft of light, shafts of light, beam of light, beams of light, light beam, crepuscular ray, volumetric, volumetric light, volumetric lighting, dappled light, dappled, rays of light, ray of light',
  'warmth=0.5':
    'warm, warm light, golden light, firelight, cosy, cozy, warm glow, warmth, fire lit, incandescent',
  'warmth=0.5 family=interior:1': 'candlelight, candlelit, lamplight, lamplit',
  'warmth=-0.5': 'cool light, cold, cold light, cool, fluorescent, chilly, icy light',
  'exposure=0.55':
    'dark, moody, low key, dim, dimly lit, shadowy, ominous, gothic, sinister, eerie, spooky, brooding, dark mood, mysterious',
  'exposure=1.4':
    'bright, airy, high key, brightly lit, radiant, luminous, bright light, sun drenched, glowing, brilliant',
}

export const densityWords = {
  'density=0.95':
    'dense, lush, crowded, busy, packed, cluttered, bustling, overgrown, thick, teeming, maximalist, intricate, detailed, highly detailed, rich detail, chaotic, abundant, ornate',
  'density=0.1':
    'sparse, empty, bare, deserted, lonely, alone, desolate, barren, clean, abandoned, serene, tranquil, solitary, quiet, spacious, simple',
}
