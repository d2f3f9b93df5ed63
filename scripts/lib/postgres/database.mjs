import pg from "pg"

/** Whether the server answers; throws when it refuses the password. */
export async function canConnect(connection) {
  const client = new pg.Client({ ...connection, database: "postgres" })
  client.on("error", () => {})
  try {
    await client.connect()
    await client.query("select 1")
    return true
  } catch (error) {
    if (error.code === "28P01") {
      throw error
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Creates the database that `url` names unless it exists. */
export async function ensureDatabase(url) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  if (await exists(url)) {
    return
  }
  target.pathname = "/postgres"
  await withClient(target.href, (client) =>
    client.query(`create database ${client.escapeIdentifier(name)}`)
  )
}

async function exists(url) {
  try {
    await withClient(url, (client) => client.query("select 1"))
    return true
  } catch (error) {
    if (error.code === "3D000") {
      return false
    }
    throw error
  }
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
