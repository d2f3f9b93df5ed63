import { useQuery } from "@tanstack/react-query"
import { providerKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { Provider } from "../../lib/types"

export function useProviders() {
  return useQuery({
    queryKey: providerKeys.list(),
    queryFn: () =>
      sdk.client.fetch<{ providers: Provider[] }>(
        "/admin/marketplaces/providers"
      ),
    staleTime: 300_000,
  })
}

/** The provider of a channel, once the list is there. */
export function useProvider(id: string | undefined): Provider | undefined {
  const { data } = useProviders()
  return data?.providers.find((provider) => provider.id === id)
}
