/** The number after the colon is how strongly the word claims the whole frame, 1 … 3. */
export const placeWords = {
  'family=landscape:2':
    'mountain, mountain range, mountain lake, alp, alpine, alps, hill, hillside, valley, meadow, field, countryside, prairie, plains, savanna, savannah, steppe, grassland, moor, highland, fjord, pasture, farmland, wheat field, rice field, vineyard, canyon, landscape, tundra, rolling hill, cliff top, national park, volcano, peak, summit, ridge, wilderness, farm, country road, waterfall',
  'family=landscape:1':
    'river, stream, creek, garden, park, cliff, sky, grass, road, path, horizon, village, orchard, pond',
  'family=landscape:2 season=winter':
    'snow capped mountain, snowy mountain, glacier, snowy peak, arctic, snowfield',
  'family=sea:2':
    'sea, ocean, beach, coast, coastal, coastline, shore, seashore, seaside, bay, harbour, harbor, lagoon, lake, island, wave, surf, tide, sea cliff, pier, marina, reef break, open water, archipelago, lakeside, seascape, waterfront',
  'family=sea:2 season=winter': 'iceberg, ice floe, pack ice',
  'family=sea:1': 'port, dock, jetty, seagrass, water, horizon line',
  'family=desert:2':
    'desert, dune, sand dune, sahara, oasis, badlands, mesa, desertscape, salt flat, wasteland',
  'family=desert:3': 'on mars, mars surface, martian landscape, martian desert',
  'family=desert:1': 'sand, sandy',
  'family=forest:2':
    'forest, wood, woods, woodland, jungle, rainforest, grove, taiga, bamboo forest, thicket, forest floor, pine forest, redwood, tree line, canopy, glade, clearing, undergrowth',
  'family=city:2':
    'city, street, city street, skyline, downtown, town, alley, alleyway, cityscape, skyscraper, metropolis, urban, avenue, boulevard, plaza, rooftop, pedestrian crossing, zebra crossing, traffic, sidewalk, pavement, tokyo, new york, manhattan, london, paris, hong kong, shanghai, venice, marketplace, market, high street, suburb, block of flats, subway, car park, parking lot',
  'family=city:1':
    'cathedral, building, architecture, bridge, motorway, highway, shopfront, storefront, sign, billboard, lamp post',
  'family=interior:2':
    'interior, indoors, indoor, room, living room, dining room, bathroom, hallway, corridor, office, museum, art gallery, restaurant, bar, pub, warehouse, attic, cellar, ballroom, theatre, theater, movie theater, cinema hall, hotel lobby, lobby, loft, apartment, cabin interior, hall, staircase, throne room, greenhouse, temple interior',
  'family=interior:2 prop=books':
    'library, bookshop, bookstore, study, reading room, bookcase, bookshelf',
  'family=interior:2 prop=bed': 'bedroom, hotel room, dormitory',
  'family=interior:2 prop=teapot': 'kitchen, tea house, tearoom',
  'family=interior:2 prop=hot-beverage': 'cafe, café, coffee shop, coffeehouse, diner',
  'family=interior:2 prop=artist-palette': 'workshop, atelier, artist studio, art studio',
  'family=interior:2 prop=chair': 'classroom, waiting room, courtroom',
  'family=interior:1':
    'stained glass, stained glass window, window, window light, through a window, through the window, fireplace, wall, floor, ceiling, curtain, sofa',
  'family=still_life:2':
    'still life, tabletop, table top, table, countertop, counter, kitchen counter, product shot, product photo, product photography, pedestal, plinth, desk, plate, tablecloth, food photography, flat lay, packshot, on a table, on a tray, macro, shelf, windowsill',
  'family=portrait:3':
    'portrait, headshot, head shot, portraiture, bust, self portrait, studio portrait, face of',
  'family=portrait:2':
    'studio, photo studio, backdrop, seamless backdrop, fashion shoot, close up of a face, beauty shot',
  'family=space:3':
    'outer space, deep space, on the moon, lunar surface, zero gravity, in space, in orbit, planet, planets, solar system',
  'family=space:2':
    'space, galaxy, nebula, cosmos, cosmic, orbit, interstellar, universe, supernova, asteroid, black hole, starfield, celestial, constellation',
  'family=underwater:3':
    'underwater, under water, undersea, under the sea, beneath the waves, below the surface, seabed, ocean floor, deep sea, beneath the sea, under the waves, coral reef, kelp forest, aquarium',
  'family=underwater:2': 'coral, kelp, reef, submerged, diving, scuba, deep ocean',
  'family=abstract:3':
    'abstract, geometric shape, geometric form, geometric pattern, abstract shape, abstract art, geometric abstraction, fractal, bauhaus, generative art',
  'family=abstract:2':
    'flowing silk, silk, gradient, fluid shape, liquid metal, ink in water, swirl, swirling, pattern, kaleidoscope, texture, wavy line, fluid, particle, ribbons of colour',
  'family=abstract:1': 'geometric, shape, sphere, cube, triangle, circle, form, line',
}

/** What a table, a wall or a floor is made of: `#light#dark`, as sRGB. */
export const materialWords = {
  'material=#eceae6#9b9a9c': 'marble, white marble, porcelain, ceramic, alabaster',
  'material=#3c3d42#121316': 'black marble, slate, obsidian, granite, leather, asphalt',
  'material=#b98a5b#54331d': 'wood, wooden, oak, pine wood, walnut, timber, plank, rustic',
  'material=#a7a5a0#56554f': 'concrete, stone, cement, plaster',
  'material=#8d2436#2d0812': 'velvet, red velvet',
  'material=#c9cdd2#5a6068': 'metal, steel, chrome, aluminium, aluminum, stainless steel',
  'material=#d6a25b#5f3a16': 'copper, brass, bronze, amber',
  'material=#e9ddc8#a18d6e': 'linen, paper, cotton, canvas, parchment',
}
