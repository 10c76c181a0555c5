export const timeWords = {
  'time=dawn':
    'dawn, sunrise, daybreak, morning, early morning, first light, sun rising, rising sun, morning light, morning sun',
  'time=day':
    'day, daytime, daylight, noon, midday, high noon, afternoon, sunlight, sunlit, sunshine, broad daylight, natural light',
  'time=golden_hour':
    'golden hour, magic hour, golden light, late afternoon, low sun, evening sun, sunset, setting sun, sundown',
  'time=dusk': 'dusk, twilight, blue hour, evening, nightfall, gloaming, afterglow, late evening',
  'time=night':
    'night, nighttime, night time, midnight, nocturnal, moonlight, moonlit, moon, full moon, crescent moon, starlight, starry, starry night, starry sky, star, night sky, after dark, late night, aurora, northern lights, milky way',
}
