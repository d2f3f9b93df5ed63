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
  if (!(await exists(url))) {
    await onServerOf(url, (client, name) =>
      client.query(`create database ${name}`)
    )
  }
}

/** Creates the database that `url` names as a copy of another one that nobody is in. */
export async function copyDatabase(url, template) {
  await onServerOf(url, (client, name) =>
    client.query(
      `create database ${name} template ${client.escapeIdentifier(template)}`
    )
  )
}

/** Removes the database that `url` names, and whoever is in it. */
export async function dropDatabase(url) {
  await onServerOf(url, (client, name) =>
    client.query(`drop database if exists ${name} with (force)`)
  )
}

function onServerOf(url, work) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = "/postgres"
  return withClient(target.href, (client) =>
    work(client, client.escapeIdentifier(name))
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
