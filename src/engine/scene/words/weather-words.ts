export const weatherWords = {
  'weather=clear': 'clear sky, cloudless, blue sky, clear day, fair weather',
  'weather=clear time=day': 'sunny, sunny day',
  'weather=cloudy': 'cloud, cloudy, partly cloudy, fluffy cloud, cumulus, dramatic sky, clouded',
  'weather=overcast':
    'overcast, grey sky, gray sky, gloomy, dull day, heavy cloud, dark cloud, bleak',
  'weather=fog':
    'fog, foggy, mist, misty, haze, hazy, smoke, smoky, smoggy, smog, steam, steamy, steaming, dust, dusty, sea mist, ground fog',
  'weather=fog time=dawn': 'morning mist, morning fog, dawn mist',
  'weather=rain family=city:1': 'wet street, wet asphalt, wet pavement, wet road',
  'weather=rain':
    'rain, rainy, raining, drizzle, shower, downpour, rain soaked, rain slick, rainfall, raindrop, monsoon, puddle',
  'weather=storm':
    'storm, stormy, thunder, thunderstorm, lightning, tempest, hurricane, typhoon, lightning bolt, squall',
  'weather=snow season=winter':
    'snow, snowy, snowing, snowfall, snowflake, blizzard, snowstorm, snow covered, snowbound',
}
