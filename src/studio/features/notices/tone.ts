const volume = 0.08
const noteS = 0.14
/** Hertz: up for what is ready, down for what is not. */
const notes = { good: [659.26, 880], bad: [440, 329.63] }

let context: AudioContext | null = null

/** Must be called from a press once; from then on tones sound in a hidden page too. */
export function readyTone() {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  void context.resume().catch(() => undefined)
}

/** Two short notes, drawn here: there is no file. Silent where the browser does not allow it. */
export function playTone(kind: keyof typeof notes) {
  readyTone()
  if (!context || context.state !== 'running') return
  for (const [index, hertz] of notes[kind].entries()) {
    const at = context.currentTime + index * noteS
    const [source, gain] = [context.createOscillator(), context.createGain()]
    source.frequency.value = hertz
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(volume, at + 0.01)
    gain.gain.exponentialRampToValueAtTime(0.0001, at + noteS * 2)
    source.connect(gain).connect(context.destination)
    source.start(at)
    source.stop(at + noteS * 2)
  }
}
