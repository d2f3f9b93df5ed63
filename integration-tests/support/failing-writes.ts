import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Does something while the database refuses one statement: the given one, counted from 1,
 * of those that add rows to a table, result lines of runs by default, or of those that change
 * or delete some. What stands after it is what a process leaves behind that dies there.
 */
export async function failingAtWrite(
  { container }: { container: MedusaContainer },
  write: number,
  work: () => Promise<unknown>,
  table = "marketplace_run_result",
  kind: "INSERT" | "UPDATE" | "DELETE" = "INSERT"
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(`
    CREATE SEQUENCE test_writes;
    CREATE FUNCTION test_refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('test_writes') = ${Number(write)} THEN
        RAISE EXCEPTION 'the process dies here';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER test_refuse_write AFTER ${kind} ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION test_refuse_write();
  `)
  try {
    await work()
  } finally {
    await knex.raw(`
      DROP TRIGGER test_refuse_write ON ${table};
      DROP FUNCTION test_refuse_write;
      DROP SEQUENCE test_writes;
    `)
  }
}

/**
 * Does something while the database goes away once, from whoever makes such a write: as while it
 * is restarted, which passes.
 * @param write `INSERT ON` or `UPDATE ON` a table; further words say of which rows.
 */
export async function losingTheDatabase(
  { container }: { container: MedusaContainer },
  write: { on: string; when?: string },
  work: () => Promise<unknown>
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [event, table] = write.on.split(" ON ")
  await knex.raw(`
    CREATE SEQUENCE test_losses;
    CREATE FUNCTION test_lose_database() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('test_losses') = 1 THEN
        RAISE EXCEPTION 'terminating connection' USING ERRCODE = 'admin_shutdown';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER test_lose_database BEFORE ${event} ON ${table}
      FOR EACH ROW WHEN (${write.when ?? "TRUE"}) EXECUTE FUNCTION test_lose_database();
  `)
  try {
    await work()
  } finally {
    await knex.raw(`
      DROP TRIGGER test_lose_database ON ${table};
      DROP FUNCTION test_lose_database;
      DROP SEQUENCE test_losses;
    `)
  }
}
