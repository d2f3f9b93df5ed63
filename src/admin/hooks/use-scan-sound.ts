import { useCallback } from "react"
import { type Sound, beep } from "../lib/beep"
import { useStored } from "./use-stored"

/** The sound of scans, which this browser can be told to leave out. */
export function useScanSound() {
  const [sound, setSound] = useStored("scan-sound", ["on", "off"] as const)
  const on = sound === "on"
  return {
    on,
    toggle: () => setSound(on ? "off" : "on"),
    play: useCallback(
      (kind: Sound) => {
        if (on) {
          beep(kind)
        }
      },
      [on]
    ),
  }
}
