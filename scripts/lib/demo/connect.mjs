/**
 * Connects the demo's shops as a person would: with credentials where the
 * marketplace gives the seller some, else by following its consent page (the
 * sandbox approves) and coming back through the callback. Channels whose
 * credentials still work are kept.
 *
 * @param marketplaces `{ provider_id, credentials? }` of each shop's marketplace
 * @returns every channel of these marketplaces
 */
export async function connectChannels(client, marketplaces) {
  const connected = []
  for (const marketplace of marketplaces) {
    connected.push(...(await connectMarketplace(client, marketplace)))
  }
  return connected
}

async function connectMarketplace(client, { provider_id, credentials }) {
  const known = await channelsOf(client, provider_id)
  const working = await Promise.all(
    known.map(async ({ id }) => {
      const { ok } = await client.post(
        `/admin/marketplaces/channels/${id}/test`
      )
      return ok
    })
  )
  if (known.length > 0 && working.every(Boolean)) {
    return known
  }
  const { authorization_url } = await client.post(
    "/admin/marketplaces/channels",
    { provider_id, credentials }
  )
  if (authorization_url) {
    await followConsent(authorization_url)
  }
  const channels = await channelsOf(client, provider_id)
  if (!channels.some(({ status }) => status === "connected")) {
    throw new Error(
      `No channel of ${provider_id} is connected: ${JSON.stringify(channels)}`
    )
  }
  return channels
}

async function channelsOf(client, providerId) {
  const { channels } = await client.get(
    `/admin/marketplaces/channels?limit=100&provider_id=${providerId}`
  )
  return channels
}

/** Walks the redirects from the consent page through the callback to the admin. */
async function followConsent(authorizationUrl) {
  const consent = new URL(authorizationUrl)
  // The sandbox's own: approves without a click.
  consent.searchParams.set("auto", "1")
  let url = consent.href
  for (let hop = 0; hop < 5; hop++) {
    const response = await fetch(url, { redirect: "manual" })
    const location = response.headers.get("location")
    if (!location) {
      throw new Error(
        `${new URL(url).pathname} answered ${response.status} instead of leading back: ${await response.text()}`
      )
    }
    url = new URL(location, url).href
    const { pathname, searchParams } = new URL(url)
    if (pathname.startsWith("/app")) {
      const reason = searchParams.get("error")
      if (reason) {
        throw new Error(`The callback refused the consent: ${reason}`)
      }
      return
    }
  }
  throw new Error("The consent never led back into the admin.")
}
