/** `count` and `scale` go to the next thing named. */
export const amountWords = {
  'count=1': 'single, one',
  'count=1 density=0.15': 'lone, solitary',
  'count=2': 'two, 2, pair of, a pair of, couple of, a couple of, twin, both, duo of',
  'count=3': 'three, 3, trio of, a trio of, several, a few, few, some, three of',
  'count=4': 'four, 4, quartet of, various',
  'count=5':
    'five, 5, a group of, group of, bunch of, a bunch of, row of, rows of, a row of, pile of, stack of, many, a pack of, pack of, a line of',
  'count=6':
    'six, 6, seven, eight, nine, ten, dozen, dozens of, a dozen, hundreds of, thousands of, a flock of, flock of, herd of, a herd of, a school of, school of, swarm of, a swarm of, fleet of, a fleet of, a crowd of, crowd of, flocks of, lots of, countless, colony of',
  'count=6 family=landscape:2': 'a field of, fields of, field of',
  'scale=0.55': 'tiny, small, little, miniature, distant, mini, petite, minuscule',
  'scale=1.6':
    'giant, huge, massive, enormous, towering, gigantic, big, large, colossal, tall, monumental, grand, great, oversized, immense',
}

/** What a person named nearby is doing: the second half of the Noto names. */
export const activityWords = {
  'activity=walking': 'walking, walks, strolling, strolls, wandering, wanders, hiking, hikes',
  'activity=running': 'running, runs, jogging, jogs, sprinting, sprints',
  'activity=dancing': 'dancing, dances, twirling, twirls',
  'activity=surfing': 'surfing, surfs',
  'activity=swimming': 'swimming, swims',
  'activity=biking':
    'cycling, cycles, biking, riding a bicycle, riding a bike, on a bicycle, on a bike',
  'activity=climbing': 'climbing, climbs',
  'activity=rowing-boat': 'rowing, rows, in a rowing boat, in a rowboat, paddling, rowing a boat',
  'activity=in-lotus-position': 'meditating, meditates, doing yoga, practising yoga, in meditation',
  'activity=kneeling': 'kneeling, kneels, praying, prays, crouching',
  'activity=standing': 'standing, stands',
  'activity=juggling': 'juggling, juggles',
}

/** What a creature or a machine named nearby is doing with the ground or the water. */
export const motionWords = {
  'motion=flies':
    'flying, flies, soaring, soars, hovering, hovers, levitating, levitates, floating in the air, gliding, in flight, in mid air, launching, taking off',
  'motion=floats': 'floating, floats, drifting on the water, paddling on the water',
}

/** Set phrases whose words would be taken for places or things; nothing here knows what to do. */
export const idleWords = {
  'nothing=1':
    'depth of field, shallow depth of field, field of view, high resolution, golden ratio, movie star, pop star, rock star, rock band, star wars, spring water, light year, leading line, rule of thirds, unreal engine, octane render, ray tracing, full body, face paint, hot dog stand, point of view, sense of scale, piece of art, work of art, trending on artstation, fish eye, bird eye view',
}
