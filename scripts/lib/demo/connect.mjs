const PROVIDER = "tiktok-shop"

/**
 * The TikTok Shop channels of the demo. Connects them as a person would: asks
 * for the consent link, follows it (the sandbox approves) and comes back
 * through the callback. A channel whose tokens still work is kept.
 */
export async function connectChannels(client) {
  const known = await channels(client)
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
    { provider_id: PROVIDER }
  )
  await followConsent(authorization_url)
  const connected = await channels(client)
  if (!connected.some(({ status }) => status === "connected")) {
    throw new Error(
      `No channel is connected after the consent: ${JSON.stringify(connected)}`
    )
  }
  return connected
}

async function channels(client) {
  const answer = await client.get("/admin/marketplaces/channels?limit=100")
  return answer.channels.filter(({ provider_id }) => provider_id === PROVIDER)
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
