/** How a scan sounds: fine, finished, or wrong. */
export type Sound = "ok" | "done" | "error"

/** Frequency in hertz, start and length in seconds. */
type Tone = { hertz: number; start: number; length: number }

const TONES: Record<Sound, Tone[]> = {
  ok: [{ hertz: 880, start: 0, length: 0.08 }],
  done: [
    { hertz: 880, start: 0, length: 0.09 },
    { hertz: 1320, start: 0.1, length: 0.16 },
  ],
  error: [
    { hertz: 200, start: 0, length: 0.22 },
    { hertz: 150, start: 0.26, length: 0.34 },
  ],
}

const SHAPES: Record<Sound, OscillatorType> = {
  ok: "sine",
  done: "sine",
  error: "sawtooth",
}

let context: AudioContext | null = null

/** Plays a short sound; silent where the browser has none or does not allow it. */
export function beep(sound: Sound): void {
  if (typeof AudioContext === "undefined") {
    return
  }
  context ??= new AudioContext()
  void context.resume()
  for (const { hertz, start, length } of TONES[sound]) {
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    const begin = context.currentTime + start
    oscillator.type = SHAPES[sound]
    oscillator.frequency.value = hertz
    volume.gain.setValueAtTime(0.25, begin)
    volume.gain.exponentialRampToValueAtTime(0.001, begin + length)
    oscillator.connect(volume).connect(context.destination)
    oscillator.start(begin)
    oscillator.stop(begin + length)
  }
}
