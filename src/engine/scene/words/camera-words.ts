export const cameraWords = {
  'camera=static':
    'static, static shot, static camera, locked off, locked down, lock off, locked off shot, tripod, tripod shot, fixed camera, still camera, no camera movement, no camera motion, camera stays still, stationary camera',
  'camera=pan_left':
    'pan left, pans left, panning left, pan to the left, pans to the left, slide left, sliding left, slider left, track left, tracking left, truck left, trucking left, camera moves left, moving left, pan from right to left',
  'camera=pan_right':
    'pan right, pans right, panning right, pan to the right, pans to the right, slide right, sliding right, track right, tracking right, truck right, trucking right, camera moves right, moving right, pan from left to right',
  'camera=pan':
    'panning, panning shot, pan across, pans across, slow pan, camera pan, tracking shot, lateral tracking, panorama shot, dolly shot',
  'camera=tilt_up': 'tilt up, tilts up, tilting up, tilt upwards, look up, camera looks up',
  'camera=tilt_down':
    'tilt down, tilts down, tilting down, tilt downwards, look down, camera looks down',
  'camera=tilt': 'tilting, tilt shot',
  'camera=push_in':
    'push in, pushes in, pushing in, push forward, pushes forward, dolly in, dollies in, dollying in, dolly forward, zoom in, zooms in, zooming in, zoom, zooming, move in, moves in, moving in, moving closer, moves closer, move closer, track in, tracking in, tracking forward, fly through, flythrough, flying through, glide forward, gliding forward, camera moves forward, moving forward, drone flying forward, fpv, close in on',
  'camera=pull_out':
    'pull out, pulls out, pulling out, pull back, pulls back, pulling back, zoom out, zooms out, zooming out, dolly out, dollies out, dolly back, dolly zoom, move back, moving back, moves back, track out, camera retreats, reveal shot',
  'camera=orbit':
    'orbit shot, slow orbit, orbit around, orbits around, camera orbit, orbital shot, gentle orbit, orbiting, orbiting shot, orbits, arc shot, circling, circle around, circles around, rotate around, rotating around, revolve around, camera orbits, camera circles, 360 shot, turntable',
  'camera=orbit_left': 'orbit left, orbits left, orbiting left, arc left, orbit to the left',
  'camera=orbit_right': 'orbit right, orbits right, orbiting right, arc right, orbit to the right',
  'camera=crane_up':
    'crane up, cranes up, craning up, crane shot, jib up, boom up, pedestal up, drone, drone shot, drone rise, drone rises, drone rising, camera rises, camera rising, rising shot, rising camera, ascending, lift up, lifts up, aerial rise, slow rise',
  'camera=crane_down':
    'crane down, cranes down, craning down, jib down, boom down, pedestal down, camera lowers, camera descends, descending, drone descends, drone descending, drone lowering, sinking shot',
  'camera=handheld':
    'handheld, hand held, handheld camera, shaky, shaky cam, shaky camera, found footage, documentary camera, body cam',
  'speed=0.3':
    'slow, slowly, gentle, gently, subtle, subtly, calmly, smooth, smoothly, drifting, slow motion, leisurely',
  'speed=0.9':
    'fast, quick, quickly, rapid, rapidly, whip, whip pan, hyperlapse, frantic, sudden, suddenly, swift, swiftly, speeding',
}

export const framingWords = {
  'framing=1.5':
    'close up, closeup, extreme close up, tight shot, tight framing, close shot, macro shot, macro',
  'framing=0.6':
    'wide shot, wide angle, extreme wide shot, establishing shot, long shot, panoramic, panorama, aerial view, aerial, from above, from afar, in the distance, distant, far away, vista, sweeping view',
}
