export const styleWords = {
  'style=film':
    'cinematic, film, filmic, film still, movie still, movie, 35mm, 35 mm, 16mm, 70mm, anamorphic, film grain, grainy, grain, kodak, kodak portra, portra, fujifilm, analog, analogue, analog film, celluloid, technicolor, cinema, shot on film',
  'style=noir palette=noir': 'noir, film noir, neo noir, noir style',
  'style=watercolour':
    'watercolour, watercolor, watercolour painting, watercolor painting, aquarelle, gouache, ink wash, wash painting',
  'style=neon':
    'neon, neon lit, neon light, neon lights, neon sign, neon glow, glowing sign, blacklight, tron',
  'style=neon palette=cyberpunk': 'cyberpunk, blade runner, cyberpunk city, cyber',
  'style=neon palette=synthwave': 'synthwave, vaporwave, outrun, retrowave',
  'style=pastel palette=pastel':
    'pastel, pastel colours, pastel colors, pastels, soft colours, soft colors',
  'style=line_art':
    'line art, lineart, line drawing, ink drawing, pencil drawing, pencil sketch, sketch, pen and ink, charcoal, etching, engraving, blueprint, doodle, linocut, woodcut',
  'style=manga': 'manga, anime, comic, comic book, comics, graphic novel, cartoon, halftone',
  'style=minimal density=0.1':
    'minimal, minimalist, minimalistic, minimalism, negative space, uncluttered',
  'style=vintage':
    'vintage, retro, polaroid, old photograph, old photo, faded, vhs, daguerreotype, old fashioned, antique, nostalgic, super 8, 1920s, 1930s, 1940s, 1950s, 1960s, 1970s, 1980s, 70s, 80s, 90s, kodachrome',
  'style=vintage palette=sepia': 'sepia, sepia toned',
  'style=oil':
    'oil painting, oil paint, oil on canvas, impasto, impressionist, impressionism, van gogh, monet, painterly, painting, acrylic painting, baroque, renaissance, brush stroke, turner',
}
