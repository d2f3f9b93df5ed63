import { finishRun } from "./admin-client.mjs"

/** Downloads every listing of the channels and links what can be linked surely. */
export async function downloadAndLink(client, channels) {
  const { run } = await client.post("/admin/marketplaces/listings/downloads", {
    channel_ids: channels.map(({ id }) => id),
  })
  await finishRun(client, run.id)
  for (const { id } of channels) {
    await client.post("/admin/marketplaces/listings/auto-link", {
      channel_id: id,
      apply: true,
    })
  }
  const counts = await Promise.all(
    channels.map(async ({ id }) => ({
      downloaded: await count(client, `channel_id=${id}`),
      linked: await count(client, `channel_id=${id}&link_state=linked`),
    }))
  )
  return counts.reduce((sum, { downloaded, linked }) => ({
    downloaded: sum.downloaded + downloaded,
    linked: sum.linked + linked,
  }))
}

async function count(client, query) {
  const answer = await client.get(
    `/admin/marketplaces/listings?${query}&limit=1`
  )
  return answer.count
}
