import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Does something while the database refuses one statement: the given one, counted from 1,
 * of those that write result lines of runs. What stands after it is what a process leaves
 * behind that dies there.
 */
export async function failingAtWrite(
  { container }: { container: MedusaContainer },
  write: number,
  work: () => Promise<unknown>
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
    CREATE TRIGGER test_refuse_write AFTER INSERT ON marketplace_run_result
      FOR EACH STATEMENT EXECUTE FUNCTION test_refuse_write();
  `)
  try {
    await work()
  } finally {
    await knex.raw(`
      DROP TRIGGER test_refuse_write ON marketplace_run_result;
      DROP FUNCTION test_refuse_write;
      DROP SEQUENCE test_writes;
    `)
  }
}
