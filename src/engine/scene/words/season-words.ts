export const seasonWords = {
  'season=spring':
    'spring, springtime, april, blooming, in bloom, blossoming, cherry blossom season',
  'season=summer': 'summer, summertime, summery, july, midsummer, august',
  'season=autumn':
    'autumn, autumnal, fall colors, fall colours, fall foliage, fall leaves, october, november, fallen leaf, harvest, autumn leaf',
  'season=winter':
    'winter, wintry, wintertime, frost, frosty, frozen, icy, ice, december, january, christmas, freezing, winter solstice',
}
