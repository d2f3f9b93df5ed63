import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Does something while the database refuses one statement: the given one, counted from 1,
 * of those that add rows to a table, result lines of runs by default, or of those that change
 * some. What stands after it is what a process leaves behind that dies there.
 */
export async function failingAtWrite(
  { container }: { container: MedusaContainer },
  write: number,
  work: () => Promise<unknown>,
  table = "marketplace_run_result",
  kind: "INSERT" | "UPDATE" = "INSERT"
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
