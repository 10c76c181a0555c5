import type { Family, Season, TimeOfDay } from '../scene-spec.ts'

/** `name high low`, sRGB. */
export const skies: Record<TimeOfDay, readonly string[]> = {
  dawn: [
    'Rose dawn/5b7fb4 f4b9a2',
    'Peach dawn/7d93c4 fbd3a8',
    'Lilac dawn/6e6fae eab6c0',
    'Pale dawn/86aecd f7e0c0',
  ],
  day: [
    'Clear day/2f74c8 bcdcf2',
    'Soft day/5a98d2 d8e8ee',
    'High day/1f63b8 a9d4f0',
    'Milky day/7fb2d6 ece9dc',
  ],
  golden_hour: [
    'Amber hour/4f6fa5 ffb45e',
    'Honey hour/6d7fa6 ffcf86',
    'Copper hour/59598c ff8f4f',
    'Apricot hour/7a7fae ffb98a',
  ],
  dusk: [
    'Rose dusk/2c3568 e5838a',
    'Violet dusk/2a2a5e b779b8',
    'Blue dusk/16254f 5f86c0',
    'Ember dusk/2b2748 ef7d4c',
  ],
  night: [
    'Ink night/0a1230 25407a',
    'Teal night/06202e 1a5464',
    'Violet night/120d38 44347e',
    'Moon night/0a1430 3b5680',
  ],
}

/** Places without a sky have a backdrop, high and low. */
export const backdrops: Partial<Record<Family, readonly string[]>> = {
  interior: [
    'Plaster/b9a88d e3d6c0',
    'Sage room/7f907f c3cbb6',
    'Brick room/7d4a3a c08a6a',
    'Blue room/4f6378 a9b9c4',
    'Dark room/2b2522 6b4f3c',
  ],
  still_life: [
    'Linen/cfc3b0 efe7d8',
    'Dove/9aa0a6 d5d8da',
    'Clay/a9654a e0b090',
    'Moss/4d5a44 a3ab86',
    'Slate/2b3036 6d757d',
    'Plum/3b2336 94677f',
  ],
  portrait: [
    'Grey seamless/5d6064 b4b6b8',
    'Umber/3a2a20 8a6a50',
    'Teal backdrop/123c44 5a99a0',
    'Rose backdrop/6a3444 d79a9f',
    'Ochre backdrop/7a5a1e d9b46a',
  ],
  space: [
    'Violet nebula/07051a 4a2a7a',
    'Teal nebula/030d16 176a72',
    'Ember nebula/0d0508 8a3a24',
    'Blue void/02040d 1c3a80',
  ],
  underwater: [
    'Clear water/5fc4d6 0f5f7a',
    'Green water/6fbf9f 0f4f4a',
    'Deep water/2a78b8 06224a',
    'Lagoon/8fe0d8 1a7f90',
  ],
}

export const grounds: Record<Family, readonly string[]> = {
  landscape: [],
  forest: [],
  sea: ['3f8fa0 0e3348', '4a7fb0 0c2a4a', '5aa89a 12423f', '6c93a6 1c3442'],
  desert: ['e2b071 8a4f2c', 'd98a54 7a3a25', 'e8cda0 947048', 'dd9d78 6f3a34'],
  city: ['8b8f99 2a2e38', 'a08f80 2f2a2a', '6f8296 1f2836', '9a8a92 2d2633'],
  interior: ['a9825c 4a2f1f', '8f8577 3a342d', 'b59a78 57402c', '7d6a5e 2f2621'],
  still_life: ['d8c7ae 6b4a32', 'e9e5de 8c857c', 'a9774c 4a2d1a', '6d757d 23282d', 'c9a58c 6a3f34'],
  portrait: ['8c8178 2f2a27', '9a9ea3 34383c', 'a58468 3d2a1e'],
  space: ['6a5f86 0a0a16', '4f7080 060d14', '8a6450 120a0a'],
  underwater: ['6fa8a0 0a3540', '8fae94 12403c', '5a8fb0 08254a'],
  abstract: [],
}

export const greens: Record<Season, readonly string[]> = {
  spring: ['8fbf5a 2f5d2c', 'a5c96a 3b6a3a', '9cc48a 3a5f46'],
  summer: ['9fae4a 34552b', '7fa046 254a28', 'b5b45e 4a5a2a'],
  autumn: ['c98a3c 5a3a22', 'b5702f 4a2b1c', 'c9a24c 5f4a26'],
  winter: ['d3dde6 5c6f80', 'b9c4c9 4a5960', 'a9a893 4c4a40'],
}

export const accents = [
  'ff6b3d',
  'f2c14e',
  'e63946',
  '2ec4b6',
  '7b5cd6',
  'ff8fab',
  '4ea8de',
  'f4f1de',
  'd4e157',
]
