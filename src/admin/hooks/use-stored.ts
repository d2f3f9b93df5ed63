import { useState } from "react"

/** A choice of a few words that this browser remembers; the first one until it is made. */
export function useStored<TValue extends string>(
  name: string,
  values: readonly [TValue, ...TValue[]]
): [TValue, (value: TValue) => void] {
  const key = `marketplaces-${name}`
  const [value, setValue] = useState<TValue>(() => {
    const stored = localStorage.getItem(key)
    return values.find((one) => one === stored) ?? values[0]
  })
  return [
    value,
    (next) => {
      localStorage.setItem(key, next)
      setValue(next)
    },
  ]
}
