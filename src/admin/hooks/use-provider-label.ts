import { useProviders } from "./api/providers"
import { useFormat } from "./use-format"

/** The marketplace's name by provider id; the id itself until it is known. */
export function useProviderLabel() {
  const format = useFormat()
  const { data } = useProviders()
  return (id: string): string => {
    const provider = data?.providers.find((entry) => entry.id === id)
    return provider ? format.localized(provider.label) : id
  }
}
